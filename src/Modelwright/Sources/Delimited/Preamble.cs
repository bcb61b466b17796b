using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Delimited;

/// <summary>Lines before the names: Excel's <c>sep=;</c>, and remarks that start with <c>#</c>.</summary>
/// <param name="Lines">How many.</param>
/// <param name="Separator">What the first line says; null where it says nothing.</param>
internal sealed record Preamble(int Lines, char? Separator)
{
    private const string Excel = "sep=";

    /// <summary>Looks at the first lines of a file.</summary>
    internal static Preamble Of(IReadOnlyList<string> lines)
    {
        char? separator = lines.Count > 0 && lines[0].Trim('"') is { Length: 5 } first && first.StartsWith(Excel, StringComparison.OrdinalIgnoreCase) ? first[^1] : null;
        var start = separator is null ? 0 : 1;
        var end = start;
        while (end < lines.Count && lines[end].StartsWith('#'))
        {
            end++;
        }

        return new(end < lines.Count ? end : start, separator);
    }

    /// <summary>
    /// The same without its last remark where that holds the names ("#id,name"): as many cells as the record after it, which
    /// holds numbers, or no other record does and no space follows the sign.
    /// </summary>
    /// <param name="last">The cells of the last line of the preamble.</param>
    /// <param name="rows">The records after it.</param>
    internal Preamble WithoutNames(string[] last, IReadOnlyList<string[]> rows)
    {
        var holdsNames = rows.Count > 0
            && last.Length == rows[0].Length
            && last[0].StartsWith('#')
            && last[0].TrimStart('#') is { Length: > 0 } name
            && (HoldsNumbers(rows[0]) || (last.Length > 1 && name[0] != ' ' && !rows.Skip(1).Any(HoldsNumbers)));
        return holdsNames ? this with { Lines = Lines - 1 } : this;
    }

    private static bool HoldsNumbers(string[] row) => Array.Exists(row, cell =>
        NumberText.Read(cell.Trim(), out _) != NumberKind.None || CommaNumber.Read(cell.Trim(), out _) != NumberKind.None);
}
