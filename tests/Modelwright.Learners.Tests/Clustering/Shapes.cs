using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners.Clustering.Points;

namespace Modelwright.Learners.Tests.Clustering;

/// <summary>Seeded rows with known clusters.</summary>
internal static class Shapes
{
    /// <summary>Round clouds of one size around corners of a grid that are far apart; row r is of cloud r % clouds.</summary>
    public static TrainingSet Clouds(int rows, int clouds, int seed, int axes = 2, double width = 0.4)
    {
        var random = new Random(seed);
        double[][] values = [.. Enumerable.Range(0, axes).Select(_ => new double[rows])];
        for (var row = 0; row < rows; row++)
        {
            for (var axis = 0; axis < axes; axis++)
            {
                var corner = axis == 0 ? row % clouds % 3 : axis == 1 ? row % clouds / 3 : 0;
                values[axis][row] = (5 * corner) + (width * Normal(random));
            }
        }

        return Set(values);
    }

    /// <summary>Two half moons that hold each other; row r is of moon r % 2.</summary>
    public static TrainingSet Moons(int rows, int seed)
    {
        var random = new Random(seed);
        double[][] values = [new double[rows], new double[rows]];
        for (var row = 0; row < rows; row++)
        {
            var angle = Math.PI * random.NextDouble();
            var (side, shift) = row % 2 == 0 ? (1, 0.0) : (-1, 1.0);
            values[0][row] = shift + (side * Math.Cos(angle)) + (0.05 * Normal(random));
            values[1][row] = (shift / 2) + (side * Math.Sin(angle)) + (0.05 * Normal(random));
        }

        return Set(values);
    }

    public static TrainingSet Set(params double[][] values) =>
        new(LearningTask.Clustering, new Table([.. values.Select((column, axis) => new NumberColumn($"x{axis}", column))]));

    /// <summary>Some rows of a set, in the order named.</summary>
    public static TrainingSet Take(TrainingSet data, params int[] rows) => data with { Features = data.Features.Take(rows) };

    /// <summary>Numbers from -3 to 3, all different.</summary>
    public static Gen<double[]> Values(int least, int most) => Gen.Select(Gen.Int[least, most], Gen.Int[0, 1 << 30]).Select((count, seed) =>
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => (6 * random.NextDouble()) - 3).ToArray();
    });

    /// <summary>Points of places with one row each.</summary>
    public static ClusterPoints Points(double[] values, int axes)
    {
        double[][] columns = [.. Enumerable.Range(0, axes).Select(axis => values.Where((_, place) => place % axes == axis).ToArray())];
        return ClusterPoints.Of(Set(columns), int.MaxValue / 100, new FitContext());
    }

    /// <summary>What a form answers.</summary>
    public static (int[] Clusters, double[] Distances, double[] Doubts) Assign(IForm form, TrainingSet data)
    {
        var rows = data.Features.RowCount;
        var (clusters, distances, doubts) = (new int[rows], new double[rows], new double[rows]);
        Assert.IsAssignableFrom<IAssignsClusters>(form).Assign(data.Features, clusters, distances, doubts);
        return (clusters, distances, doubts);
    }

    /// <summary>Whether two labellings part the rows in the same way, whatever the numbers of their clusters.</summary>
    public static bool AreSameParts(int[] one, int[] other) =>
        one.Zip(other).Distinct().Count() == one.Distinct().Count() && one.Distinct().Count() == other.Distinct().Count();

    /// <summary>The square of the distance of two points.</summary>
    public static double Square(ClusterPoints points, int one, int other)
    {
        var sum = 0.0;
        for (var axis = 0; axis < points.Axes; axis++)
        {
            var apart = points.Place(one)[axis] - points.Place(other)[axis];
            sum += apart * apart;
        }

        return sum;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
