using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners;

/// <summary>Lays out the space in which rows are compared. Steps bring numbers to one scale, so a scale stays 1 where the values are of a usual size.</summary>
internal static class ColumnPlaces
{
    private const double LargestPlain = 1e4;
    private const double LeastPlain = 1e-6;

    /// <summary>A spread below this share of the values is nothing but rounding; below the other it cannot be divided by.</summary>
    private const double Rounding = 1e-12;
    private const double Least = 1e-100;

    /// <summary>The space of some columns; those that tell nothing apart are left out.</summary>
    public static KernelSpace Of(Table features)
    {
        List<FormInput> inputs = [];
        List<double> centers = [];
        List<double> scales = [];
        foreach (var column in features.Columns.OfType<NumberColumn>().Where(ColumnChecks.Varies))
        {
            var (center, scale) = Spread(column);
            if (scale > 0)
            {
                inputs.Add(new(column.Name, ColumnType.Number, []));
                centers.Add(center);
                scales.Add(scale);
            }
        }

        return new(inputs, [.. centers], [.. scales]);
    }

    private static (double Center, double Scale) Spread(NumberColumn column)
    {
        var largest = 0.0;
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            foreach (var value in column.Values[block])
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        if (!(largest > 0))
        {
            return (0, 0);
        }

        // In units of the largest value no sum leaves the range of numbers.
        var mean = Mean(column.Values, largest, 0, isSquared: false);
        var spread = Math.Sqrt(Mean(column.Values, largest, mean, isSquared: true));
        return (spread, spread * largest) switch
        {
            (< Rounding, _) or (_, < Least) => (mean * largest, 0),
            (_, >= LeastPlain) when largest <= LargestPlain => (mean * largest, 1),
            var (_, own) => (mean * largest, 1 / own),
        };
    }

    private static double Mean(Blocks<double> values, double unit, double center, bool isSquared)
    {
        var sum = 0.0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                var part = (value / unit) - center;
                sum += isSquared ? part * part : part;
            }
        }

        return sum / values.RowCount;
    }
}
