using Modelwright.Core.Data;

namespace Modelwright.Learners.Linear;

/// <summary>Center and spread of each column: the optimiser works on standardised columns, the penalty stays on those given.</summary>
/// <param name="Names">The columns that vary.</param>
/// <param name="Centers">Their weighted means.</param>
/// <param name="Spreads">Their weighted standard deviations.</param>
internal sealed record Standardization(string[] Names, double[] Centers, double[] Spreads)
{
    /// <summary>A spread this small beside the values is rounding, not information.</summary>
    private const double LeastRelativeSpread = 1e-11;

    /// <summary>A column of less spread than this would need coefficients beyond what a number can hold.</summary>
    private const double LeastSpread = 1e-100;

    /// <summary>Measures the columns; those without spread are left out.</summary>
    /// <param name="features">Number columns.</param>
    /// <param name="weights">One a row, of sum 1.</param>
    public static Standardization Of(Table features, double[] weights)
    {
        List<string> names = [];
        List<double> centers = [];
        List<double> spreads = [];
        foreach (var column in features.Columns.Cast<NumberColumn>())
        {
            var (center, spread, largest) = Measure(column.Values, weights);
            if (spread > LeastSpread && spread > LeastRelativeSpread * largest)
            {
                names.Add(column.Name);
                centers.Add(center);
                spreads.Add(spread);
            }
        }

        return new([.. names], [.. centers], [.. spreads]);
    }

    /// <summary>Weighted mean and standard deviation, and the largest absolute value, by which sums are kept within range.</summary>
    public static (double Center, double Spread, double Largest) Measure(Blocks<double> values, double[] weights)
    {
        var largest = 0.0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        if (largest == 0)
        {
            return (0, 0, 0);
        }

        var center = Sum(values, weights, value => value / largest);
        var variance = Sum(values, weights, value => ((value / largest) - center) * ((value / largest) - center));
        return (center * largest, Math.Sqrt(variance) * largest, largest);
    }

    private static double Sum(Blocks<double> values, double[] weights, Func<double, double> of)
    {
        var sum = 0.0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            var span = values[block];
            for (var row = 0; row < span.Length; row++)
            {
                sum += weights[(block * Blocks<double>.Size) + row] * of(span[row]);
            }
        }

        return sum;
    }
}
