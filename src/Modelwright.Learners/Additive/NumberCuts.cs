using Modelwright.Core.Data;

namespace Modelwright.Learners.Additive;

/// <summary>Cuts numbers into bins of about equally many rows; where there are few different values, each has its own.</summary>
internal static class NumberCuts
{
    /// <summary>Cuts a column.</summary>
    public static BinnedInput Of(NumberColumn column, int padded, int most)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        var edges = Edges(values, most);
        var bins = new ushort[padded];
        for (var row = 0; row < values.Length; row++)
        {
            bins[row] = Bin(values[row], edges);
        }

        return new(new(column.Name, ColumnType.Number, []), bins, edges, edges.Length + 2);
    }

    private static double[] Edges(double[] values, int most)
    {
        var sorted = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                // Adding zero turns -0.0 into 0.0, so that both give the same thresholds.
                sorted[count++] = value + 0.0;
            }
        }

        Array.Sort(sorted, 0, count);
        List<double> edges = [];
        var isFew = Distinct(sorted.AsSpan(0, count)) <= most;
        for (var start = 0; start < count;)
        {
            var end = isFew ? start + 1 : start + Math.Max(1, (count - start) / (most - edges.Count));
            while (end < count && sorted[end] == sorted[end - 1])
            {
                end++;
            }

            if (end < count)
            {
                edges.Add(Between(sorted[end - 1], sorted[end]));
            }

            start = end;
        }

        return [.. edges];
    }

    private static int Distinct(ReadOnlySpan<double> sorted)
    {
        var distinct = Math.Min(1, sorted.Length);
        for (var row = 1; row < sorted.Length; row++)
        {
            distinct += sorted[row] != sorted[row - 1] ? 1 : 0;
        }

        return distinct;
    }

    /// <summary>The number half way between two, so that each falls on its own side.</summary>
    private static double Between(double low, double high)
    {
        var middle = (low / 2) + (high / 2);
        return middle >= low && middle < high ? middle : low;
    }

    private static ushort Bin(double value, double[] edges)
    {
        if (double.IsNaN(value))
        {
            return 0;
        }

        var place = Array.BinarySearch(edges, value);
        return (ushort)((place < 0 ? ~place : place) + 1);
    }
}
