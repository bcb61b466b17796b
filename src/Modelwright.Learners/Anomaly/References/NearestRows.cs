using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>The rows that stand for all, and the nearest others of each.</summary>
internal sealed class NearestRows
{
    private const int Block = 128;
    private readonly int[] _nearest;
    private readonly double[] _distances;

    private NearestRows(NeighborSpace space, float[] places, int count, int most)
    {
        (Space, Places, Count, Most) = (space, places, count, most);
        (_nearest, _distances) = (new int[count * most], new double[count * most]);
    }

    /// <summary>Where the rows stand.</summary>
    public NeighborSpace Space { get; }

    /// <summary>Rows x inputs.</summary>
    public float[] Places { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Others that are known of each row.</summary>
    public int Most { get; }

    /// <summary>The nearest others of a row, nearest first.</summary>
    public ReadOnlySpan<int> Of(int row) => _nearest.AsSpan(row * Most, Most);

    /// <summary>Their distances.</summary>
    public ReadOnlySpan<double> Distances(int row) => _distances.AsSpan(row * Most, Most);

    /// <summary>Finds them; each row's are found on their own, so they do not depend on the threads.</summary>
    public static NearestRows Find(NeighborSpace space, float[] places, int count, int wanted, FitContext context)
    {
        var rows = new NearestRows(space, places, count, Math.Min(wanted, count - 1));
        if (rows.Most > 0)
        {
            var index = new NeighborIndex(new(space, places, count));
            Parallel.For(0, (count + Block - 1) / Block, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, block =>
            {
                if (!context.Cancellation.IsCancellationRequested)
                {
                    rows.Fill(index, block * Block, Math.Min(count, (block + 1) * Block));
                }
            });
        }

        context.Cancellation.ThrowIfCancellationRequested();
        return rows;
    }

    private void Fill(NeighborIndex index, int from, int to)
    {
        // One more is asked for than is kept: a row is among its own nearest, unless so many stand in its place that it is not.
        var (width, asked) = (Space.Inputs.Count, Most + 1);
        var points = new int[(to - from) * asked];
        var distances = new double[points.Length];
        index.Find(Places.AsSpan(from * width, (to - from) * width), points, distances, asked);
        for (var row = from; row < to; row++)
        {
            var (start, kept) = ((row - from) * asked, row * Most);
            for (var place = start; place < start + asked && kept < (row + 1) * Most; place++)
            {
                if (points[place] != row)
                {
                    (_nearest[kept], _distances[kept]) = (points[place], distances[place]);
                    kept++;
                }
            }
        }
    }
}
