using Modelwright.Core.Data;

namespace Modelwright.Learners.Anomaly;

/// <summary>Where the rows of a column lie and how far apart.</summary>
/// <param name="Center">Their mean; 0 where there are fewer than three rows, whose mean would tell one of them.</param>
/// <param name="Scale">1 over their standard deviation; 0 where they do not differ, or by rounding only.</param>
internal readonly record struct ColumnSpread(double Center, double Scale)
{
    /// <summary>Rows that a stored mean is of at least, so that none can be read out of it.</summary>
    public const int FewestRows = 3;

    private const double Rounding = 1e-12;
    private const double Least = 1e-100;

    /// <summary>The spread of some rows of a column.</summary>
    public static ColumnSpread Of(NumberColumn column, int[] rows)
    {
        var values = new double[rows.Length];
        column.Values.Gather(rows, values);
        return Of(values);
    }

    /// <summary>The spread of values, none missing.</summary>
    public static ColumnSpread Of(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (values.Length < FewestRows || !(largest > 0))
        {
            return default;
        }

        // In units of the largest value no sum leaves the range of numbers.
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            sum += value / largest;
        }

        var mean = sum / values.Length;
        foreach (var value in values)
        {
            squares += ((value / largest) - mean) * ((value / largest) - mean);
        }

        var spread = Math.Sqrt(squares / values.Length);
        var isSpread = spread >= Rounding && spread * largest >= Least;
        return new(mean * largest, isSpread ? 1 / (spread * largest) : 0);
    }
}
