using Modelwright.Core.Data;

namespace Modelwright.Learners.Trees;

/// <summary>Cuts numbers into bins of about equally many rows; up to 255 different values have a bin each.</summary>
internal static class NumberBins
{
    /// <summary>Bins a column.</summary>
    public static BinnedColumn Of(NumberColumn column)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);
        for (var row = 0; row < values.Length; row++)
        {
            // Adding zero turns -0.0 into 0.0, so that both give the same thresholds.
            values[row] += 0.0;
        }

        var (low, high) = Edges(values);
        return new(new(column.Name, ColumnType.Number, []), Assign(values, high), low, high);
    }

    private static (double[] Low, double[] High) Edges(double[] values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(sorted);
        var distinct = 0;
        for (var row = 0; row < sorted.Length && distinct <= BinnedColumn.Most; row++)
        {
            distinct += row == 0 || sorted[row] != sorted[row - 1] ? 1 : 0;
        }

        List<double> low = [];
        List<double> high = [];
        for (var start = 0; start < sorted.Length;)
        {
            var end = distinct <= BinnedColumn.Most ? start + 1 : start + Math.Max(1, (sorted.Length - start) / (BinnedColumn.Most - low.Count));
            while (end < sorted.Length && sorted[end] == sorted[end - 1])
            {
                end++;
            }

            low.Add(sorted[start]);
            high.Add(sorted[end - 1]);
            start = end;
        }

        return ([.. low], [.. high]);
    }

    private static byte[] Assign(double[] values, double[] high)
    {
        var bins = new byte[values.Length];
        for (var row = 0; row < bins.Length; row++)
        {
            bins[row] = double.IsNaN(values[row]) ? BinnedColumn.Missing : Find(values[row], high);
        }

        return bins;
    }

    /// <summary>The first bin whose largest value is not below the value.</summary>
    private static byte Find(double value, double[] high)
    {
        var (first, last) = (0, high.Length - 1);
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (high[middle] < value)
            {
                first = middle + 1;
            }
            else
            {
                last = middle;
            }
        }

        return (byte)first;
    }
}
