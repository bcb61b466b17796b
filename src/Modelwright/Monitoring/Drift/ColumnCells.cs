using Modelwright.Core.Data;
using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Drift;

/// <summary>Puts the values of a column into the bins of a reference.</summary>
internal static class ColumnCells
{
    /// <summary>The column as it is compared: a text by its number of characters, all others as they are.</summary>
    public static Column Comparable(Column column)
    {
        if (column is not TextColumn texts)
        {
            return column;
        }

        var lengths = new double[texts.RowCount];
        for (var row = 0; row < lengths.Length; row++)
        {
            lengths[row] = texts.Values.At(row)?.Length ?? double.NaN;
        }

        return new NumberColumn(column.Name, lengths);
    }

    /// <summary>The bin of each row; -1 where it has no value, and everywhere where the reference has no bins.</summary>
    /// <param name="column">A column that <see cref="Comparable"/> gave.</param>
    /// <param name="reference">Its bins.</param>
    public static int[] Codes(Column column, ReferenceColumn reference)
    {
        var codes = new int[column.RowCount];
        if (reference.Shares.Length == 0)
        {
            Array.Fill(codes, -1);
            return codes;
        }

        if (column is CategoryColumn category)
        {
            var map = category.MapTo(reference.Levels);
            for (var row = 0; row < codes.Length; row++)
            {
                var code = category.Codes.At(row);
                codes[row] = code < 0 ? -1 : (map is null ? code : map[code]) is >= 0 and var known ? known : reference.Levels.Count;
            }

            return codes;
        }

        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = Value(column, row) is var value && double.IsFinite(value) ? BinOf(reference.Edges, value) : -1;
        }

        return codes;
    }

    /// <summary>The value of a row as a number; times in days, NaN where there is none.</summary>
    public static double Value(Column column, int row) => column switch
    {
        NumberColumn number => number.Values.At(row),
        TimeColumn time => time.IsMissing(row) ? double.NaN : time.Values.At(row) / TimeSpan.TicksPerDay,
        _ => double.NaN,
    };

    /// <summary>Shares of the bins among rows that have a value.</summary>
    /// <param name="codes">Bins of rows.</param>
    /// <param name="bins">How many there are.</param>
    /// <param name="from">The first row that counts.</param>
    /// <param name="to">The row after the last.</param>
    public static (double[] Shares, int Values) Shares(int[] codes, int bins, int from, int to)
    {
        var shares = new double[bins];
        var values = 0;
        for (var row = from; row < to; row++)
        {
            if (codes[row] >= 0)
            {
                shares[codes[row]]++;
                values++;
            }
        }

        for (var bin = 0; bin < bins && values > 0; bin++)
        {
            shares[bin] /= values;
        }

        return (shares, values);
    }

    private static int BinOf(double[] edges, double value)
    {
        var (low, high) = (0, edges.Length - 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = edges[middle] <= value ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
