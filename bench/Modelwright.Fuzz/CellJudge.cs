using System.Globalization;
using System.Text.RegularExpressions;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Fuzz;

/// <summary>Compares a column with the cells that a file holds.</summary>
internal static partial class CellJudge
{
    private static readonly string[] AmongTexts = ["?", "N/A", "NA", "NULL", "NaN", "null"];

    private static readonly string[] AmongNumbers =
    [
        "#N/A", "-", "--", ".", "?", "Missing", "N/A", "NA", "NAN", "NULL", "NaN", "None", "Null", "Unknown",
        "missing", "n/a", "na", "nan", "none", "null", "unknown",
    ];

    /// <summary>Says where a column differs.</summary>
    /// <param name="column">What was read.</param>
    /// <param name="cells">What stands in the file; null where there is no cell.</param>
    /// <param name="hasDecimalComma">Whether numbers were read with a comma before decimals.</param>
    /// <returns>Null where nothing differs.</returns>
    internal static string? Wrong(Column column, IReadOnlyList<string?> cells, bool hasDecimalComma = false)
    {
        for (var row = 0; row < cells.Count; row++)
        {
            var cell = cells[row];
            var isRight = column switch
            {
                NumberColumn numbers => IsNumber(numbers.Values.At(row), hasDecimalComma ? WithPoint(cell) : cell),
                TimeColumn times => IsTime(times.Values.At(row), cell),
                _ => column.Format(row) == (IsMissing(cell, AmongTexts) ? null : cell),
            };
            if (!isRight)
            {
                return FormattableString.Invariant($"row {row + 1} of column '{column.Name}' ({column.Type}) is '{column.Format(row)}', where the file holds '{cell}'");
            }
        }

        return null;
    }

    private static bool IsMissing(string? cell, string[] markers) => string.IsNullOrWhiteSpace(cell) || markers.Contains(cell.Trim());

    private static bool IsNumber(double value, string? cell)
    {
        if (double.IsNaN(value))
        {
            return IsMissing(cell, AmongNumbers) || cell!.Contains("inf", StringComparison.OrdinalIgnoreCase) || cell.Contains('∞') || (Parse(cell, out var large) && !double.IsFinite(large));
        }

        return cell is not null && Parse(cell, out var number) && number.Equals(value);
    }

    // "1.234,5" as 1234.5; what cannot be read so is left as no number at all.
    private static string? WithPoint(string? cell)
    {
        var parts = cell?.Trim().Split(',') ?? [];
        if (parts.Length is 0 or > 2 || IsMissing(cell, AmongNumbers))
        {
            return cell;
        }

        var whole = Grouped().IsMatch(parts[0]) ? string.Concat(parts[0].Where(letter => char.IsAsciiDigit(letter) || letter is '-' or '+')) : parts[0].Replace('.', '_');
        return parts.Length == 1 ? whole : $"{whole}.{parts[1].Replace('.', '_')}";
    }

    [GeneratedRegex("^[-+]?[1-9][0-9]{0,2}([. \u00A0\u202F])[0-9]{3}(\\1[0-9]{3})*$")]
    private static partial Regex Grouped();

    private static bool Parse(string cell, out double number) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool IsTime(long ticks, string? cell) => ticks == TimeColumn.Missing
        ? IsMissing(cell, AmongNumbers)
        : cell is not null && IsoTime.TryRead(cell.AsSpan().Trim(), out var expected, out _) && expected == ticks;
}
