using Modelwright.Core.Data;

namespace Modelwright.Splits.Dealing;

/// <summary>Equal values of a column as equal numbers from 0, in the order of their first rows.</summary>
/// <param name="OfRow">One code a row.</param>
/// <param name="Count">Number of codes.</param>
internal sealed record Codes(int[] OfRow, int Count)
{
    /// <summary>Codes a column; all missing values have one code, and without a column all rows have.</summary>
    /// <param name="column">The column, or null.</param>
    /// <param name="rows">Number of rows.</param>
    public static Codes Of(Column? column, int rows) => Of(column, rows, missingApart: false);

    /// <summary>Codes groups; a row without a value is a group of its own.</summary>
    /// <param name="groups">The column.</param>
    public static Codes OfGroups(Column groups) => Of(groups, groups.RowCount, missingApart: true);

    private static Codes Of(Column? column, int rows, bool missingApart)
    {
        var codes = new int[rows];
        if (column is null)
        {
            return new(codes, rows > 0 ? 1 : 0);
        }

        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var missing = -1;
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            if (column.Format(row) is { } text)
            {
                if (!known.TryGetValue(text, out codes[row]))
                {
                    known.Add(text, codes[row] = count++);
                }
            }
            else
            {
                missing = missing < 0 || missingApart ? count++ : missing;
                codes[row] = missing;
            }
        }

        return new(codes, count);
    }
}
