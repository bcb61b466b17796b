using Modelwright.Core.Data;

namespace Modelwright.Learners.Neighbors;

/// <summary>Where the values of a column lie.</summary>
/// <param name="Center">Their mean.</param>
/// <param name="Scale">What differences are multiplied by; 0 leaves the column out.</param>
internal sealed record ColumnSpread(double Center, double Scale)
{
    /// <summary>Values up to here are told apart well enough in single precision as they are.</summary>
    private const double LargestPlain = 1e4;
    private const double LeastPlain = 1e-6;

    /// <summary>A spread below this share of the values is nothing but rounding; below the other it cannot be divided by.</summary>
    private const double Rounding = 1e-12;
    private const double Least = 1e-100;

    /// <summary>Looks at a column. Steps bring numbers to one scale, so the scale stays 1 but where single precision needs another.</summary>
    public static ColumnSpread Of(NumberColumn column)
    {
        var largest = Largest(column.Values);
        if (!(largest > 0))
        {
            return new(0, 0);
        }

        // In units of the largest value no sum leaves the range of numbers.
        var mean = Mean(column.Values, value => value / largest);
        var spread = Math.Sqrt(Mean(column.Values, value => ((value / largest) - mean) * ((value / largest) - mean)));
        return (spread, spread * largest) switch
        {
            (< Rounding, _) or (_, < Least) => new(mean * largest, 0),
            (_, >= LeastPlain) when largest <= LargestPlain => new(mean * largest, 1),
            var (_, own) => new(mean * largest, 1 / own),
        };
    }

    private static double Largest(Blocks<double> values)
    {
        var largest = 0.0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        return largest;
    }

    private static double Mean(Blocks<double> values, Func<double, double> of)
    {
        var sum = 0.0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                sum += of(value);
            }
        }

        return sum / values.RowCount;
    }
}
