using Modelwright.Core.Data;

namespace Modelwright.Recording;

/// <summary>What can be wrong with how a plan says that a column is written.</summary>
internal static class ColumnFaults
{
    private static readonly string[] ItemSeparators = [",", ";", "|", "json"];

    /// <summary>The faults of one column, each a sentence with its remedy.</summary>
    internal static IEnumerable<string> Of(ColumnSpec column)
    {
        var notation = column.Notation;
        if (notation.DecimalSeparator is not ('.' or ','))
        {
            yield return $"column '{column.Name}': 'decimal_separator' is '{notation.DecimalSeparator}'. Write '.' or ','.";
        }

        if (notation.GroupSeparators.Contains(notation.DecimalSeparator, StringComparison.Ordinal) || notation.GroupSeparators.Any(char.IsAsciiLetterOrDigit))
        {
            yield return $"column '{column.Name}': 'group_separators' is '{notation.GroupSeparators}'. Leave letters, digits and the decimal separator out of it.";
        }

        foreach (var suffix in notation.Suffixes)
        {
            if (suffix is null || string.IsNullOrEmpty(suffix.Text) || !(suffix.Factor > 0) || double.IsInfinity(suffix.Factor))
            {
                yield return FormattableString.Invariant($"column '{column.Name}': the suffix '{suffix?.Text}' multiplies by {suffix?.Factor}. Give it a text, and a number above 0.");
            }
        }

        if (column.ListSeparator is { } separator && !ItemSeparators.Contains(separator, StringComparer.Ordinal))
        {
            yield return $"column '{column.Name}': 'list_separator' is '{separator}'. Write one of {string.Join(", ", ItemSeparators.Select(known => $"'{known}'"))}.";
        }
    }
}
