using Modelwright.Runtime.Prediction;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Delimited;

/// <summary>Makes the names of the columns from one or several lines of names.</summary>
internal static class HeaderNames
{
    /// <summary>The name of a column without one.</summary>
    internal static string Numbered(int column) => $"column{column + 1}";

    /// <summary>
    /// Joins lines of names: "sales" above "q1" is "sales.q1". A group without a name goes on from the left, as in merged cells;
    /// a name that stands in one line only, or is the same in both, is taken as it is.
    /// </summary>
    /// <param name="lines">One line or more, each with as many cells.</param>
    internal static string[] Join(IReadOnlyList<string[]> lines)
    {
        var names = new string[lines[0].Length];
        var groups = new string[lines.Count];
        for (var column = 0; column < names.Length; column++)
        {
            for (var level = 0; level < lines.Count; level++)
            {
                var cell = lines[level][column].Trim();
                groups[level] = cell.Length > 0 || level == lines.Count - 1 || column == 0 ? cell : groups[level];
            }

            names[column] = string.Join('.', groups.Where((group, level) => group.Length > 0 && (level == 0 || group != groups[level - 1])));
        }

        return names;
    }

    /// <summary>
    /// Whether the second record is a line of names as well. The first could not stand alone, as names are missing or equal in it;
    /// it holds some text and the second nothing else, some column below holds nothing but numbers or times, and together they
    /// name every column differently.
    /// </summary>
    /// <param name="records">The first records of a file.</param>
    internal static bool AreTwoLines(IReadOnlyList<string[]> records)
    {
        if (records.Count < 3 || records.Any(record => record.Length != records[0].Length) || IsEnough(records[0]))
        {
            return false;
        }

        var joined = Join([records[0], records[1]]);
        return Array.Exists(records[0], cell => !string.IsNullOrWhiteSpace(cell) && !IsValue(cell))
            && !Array.Exists(records[1], IsValue)
            && records[1].Count(cell => !string.IsNullOrWhiteSpace(cell)) * 2 > records[1].Length
            && joined.All(name => name.Length > 0)
            && joined.Distinct(StringComparer.Ordinal).Count() == joined.Length
            && Enumerable.Range(0, joined.Length).Any(column => HoldsValues(records.Skip(2), column));
    }

    // Only the first name may be missing, as where a table was written with its row numbers.
    private static bool IsEnough(string[] record) =>
        record.Skip(1).All(cell => !string.IsNullOrWhiteSpace(cell)) && record.Distinct(StringComparer.Ordinal).Count() == record.Length;

    private static bool HoldsValues(IEnumerable<string[]> rows, int column)
    {
        string[] cells = [.. rows.Select(row => row[column]).Where(cell => !string.IsNullOrWhiteSpace(cell))];
        return cells.Length > 0 && Array.TrueForAll(cells, IsValue);
    }

    private static bool IsValue(string cell)
    {
        var text = cell.AsSpan().Trim();
        return NumberText.Read(text, out _) != NumberKind.None || CommaNumber.Read(text, out _) != NumberKind.None || IsoTime.TryRead(text, out _, out _);
    }
}
