using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Learners.Clustering.Points;

/// <summary>The places of rows, each once: rows in one place are one point that stands for all of them, so that a row twice is the same as a row of weight two.</summary>
internal sealed class ClusterPoints
{
    /// <summary>Rows that are placed to find points, for each point that is wanted.</summary>
    private const int RowsOfPoint = 10;

    private const int RowStream = 0xC1A5;
    private const int PointStream = 0xC1A6;

    private ClusterPoints(KernelSpace space, double[] places, double[] masses, int[] rows)
    {
        (Space, Places, Masses, Rows) = (space, places, masses, rows);
        Axes = space.Inputs.Count;
        Count = rows.Length;
    }

    /// <summary>Where rows and points stand.</summary>
    public KernelSpace Space { get; }

    /// <summary>Points x axes.</summary>
    public double[] Places { get; }

    /// <summary>One a point: how much its rows count together; a row counts 1 on the mean of all training rows.</summary>
    public double[] Masses { get; }

    /// <summary>One a point: how many rows stand there.</summary>
    public int[] Rows { get; }

    /// <summary>Axes of the space.</summary>
    public int Axes { get; }

    /// <summary>Number of points, 1 or more.</summary>
    public int Count { get; }

    /// <summary>Rows of the training set of which no point stands for one.</summary>
    public int LeftOut { get; private init; }

    /// <summary>The points of a training set; where there are more than may be, so many are drawn.</summary>
    public static ClusterPoints Of(TrainingSet data, int most, FitContext context)
    {
        var count = data.Features.RowCount;
        var space = ColumnPlaces.Of(data.Features);
        var rows = DrawnPlaces.Of(count, (int)Math.Min(int.MaxValue, (long)most * RowsOfPoint), context.Seed, RowStream);
        var places = space.Place(rows.Length == count ? data.Features : data.Features.Take(rows));
        context.Cancellation.ThrowIfCancellationRequested();
        var all = Joined(space, places, MassesOf(data, rows));
        return all.Drawn(most, count, context.Seed);
    }

    /// <summary>The place of a point.</summary>
    public ReadOnlySpan<double> Place(int point) => Places.AsSpan(point * Axes, Axes);

    /// <summary>So many of the points, or all.</summary>
    public ClusterPoints Drawn(int most, int seed) => Drawn(most, Rows.Sum() + LeftOut, seed);

    private ClusterPoints Drawn(int most, int allRows, int seed)
    {
        var kept = DrawnPlaces.Of(Count, most, seed, PointStream);
        int[] rows = kept.Length == Count ? Rows : [.. kept.Select(point => Rows[point])];
        return new(
            Space,
            kept.Length == Count ? Places : DistinctPlaces.Kept(Places, Axes, kept),
            kept.Length == Count ? Masses : [.. kept.Select(point => Masses[point])],
            rows) { LeftOut = allRows - rows.Sum() };
    }

    private static ClusterPoints Joined(KernelSpace space, double[] places, double[] masses)
    {
        var axes = space.Inputs.Count;
        var (pointOf, firsts) = DistinctPlaces.Of(places, axes, masses.Length);
        var (sums, rows) = (new double[firsts.Length], new int[firsts.Length]);
        for (var row = 0; row < pointOf.Length; row++)
        {
            sums[pointOf[row]] += masses[row];
            rows[pointOf[row]]++;
        }

        return new(space, firsts.Length == pointOf.Length ? places : DistinctPlaces.Kept(places, axes, firsts), sums, rows);
    }

    private static double[] MassesOf(TrainingSet data, int[] rows)
    {
        const double Least = 1e-9;
        if (data.Weights is not { } weights)
        {
            return [.. rows.Select(_ => 1.0)];
        }

        // Divided by the largest first, so that no sum leaves the range of numbers.
        var largest = weights.Max();
        var mean = weights.Average(weight => weight / largest);
        return [.. rows.Select(row => Math.Max(Least, weights[row] / largest / mean))];
    }
}
