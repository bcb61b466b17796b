using Modelwright.Core.Data;

namespace Modelwright.Features;

/// <summary>Tells numbers that may be codes, such as those of a place or a product: whole ones that come again and again.</summary>
internal static class RepeatedCodes
{
    /// <summary>Rows that a value has on average.</summary>
    private const int LeastRows = 2;

    /// <summary>Rows that are looked at: the first ones.</summary>
    private const int MostRows = 100_000;

    /// <summary>Beyond it a number cannot be told from the next one.</summary>
    private const double LargestWhole = 9e15;

    /// <summary>The different values of numbers that may be codes; 0 at the first that is not whole, and where there are too many different ones.</summary>
    internal static int CountOf(NumberColumn column)
    {
        var values = new HashSet<double>();
        var left = Math.Min(column.RowCount, MostRows);
        var most = left / LeastRows;
        for (var block = 0; left > 0; block++)
        {
            var rows = column.Values[block];
            rows = rows[..Math.Min(rows.Length, left)];
            left -= rows.Length;
            foreach (var value in rows)
            {
                if (double.IsNaN(value))
                {
                    continue;
                }

                if (value != Math.Floor(value) || Math.Abs(value) > LargestWhole || (values.Add(value) && values.Count > most))
                {
                    return 0;
                }
            }
        }

        return values.Count;
    }
}
