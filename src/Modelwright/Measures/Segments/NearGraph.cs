using Modelwright.Runtime.Numerics;

namespace Modelwright.Measures.Segments;

/// <summary>
/// The near neighbours of every point, and the shortest tree through all of them: what segments of any shape are judged by.
/// Work grows with the square of the rows, so more than some thousand are to be drawn from first.
/// </summary>
internal sealed class NearGraph
{
    /// <summary>Neighbours a point; fewer where there are fewer other points.</summary>
    public const int MostNeighbors = 10;

    /// <summary>Points nearer than this share of the mean spacing count as this far apart, or rows that are equal would be infinitely dense.</summary>
    private const double LeastSpacing = 0.01;

    private readonly double[] _logSpacing;
    private readonly double _leastLog;

    private NearGraph(PointMatrix points, int each, int[] neighbors, double[] distances, TreeLink[] tree)
    {
        (Points, Each, Neighbors, Distances, Tree) = (points, each, neighbors, distances, tree);
        var mean = each == 0 ? 0 : Enumerable.Range(0, points.Rows).Average(row => distances[(row * each) + each - 1]);
        _leastLog = PortableMath.Log(Math.Max(mean * LeastSpacing, double.Epsilon));
        _logSpacing = new double[points.Rows];
        for (var row = 0; each > 0 && row < points.Rows; row++)
        {
            _logSpacing[row] = Log(distances[(row * each) + each - 1]);
        }

        Dimension = DimensionOf();
    }

    /// <summary>The points.</summary>
    public PointMatrix Points { get; }

    /// <summary>Neighbours a point.</summary>
    public int Each { get; }

    /// <summary>Rows x <see cref="Each"/>: the nearest other rows, nearest first, of two as near the first.</summary>
    public int[] Neighbors { get; }

    /// <summary>As <see cref="Neighbors"/>: how far they are.</summary>
    public double[] Distances { get; }

    /// <summary>The shortest tree.</summary>
    public TreeLink[] Tree { get; }

    /// <summary>In how many directions the points spread locally, 1 to the number of columns. Source: Levina and Bickel 2004, with the mean of MacKay and Ghahramani.</summary>
    public double Dimension { get; }

    /// <summary>Builds it; the same at any number of threads.</summary>
    /// <param name="points">The points.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellation">Asks to end.</param>
    public static NearGraph Of(PointMatrix points, int threads, CancellationToken cancellation)
    {
        var each = Math.Max(0, Math.Min(MostNeighbors, points.Rows - 1));
        var neighbors = new int[points.Rows * each];
        var distances = new double[points.Rows * each];
        Parallel.For(0, points.Rows, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, row =>
            Find(points, row, neighbors.AsSpan(row * each, each), distances.AsSpan(row * each, each)));
        return new(points, each, neighbors, distances, ShortestTree.Of(points, cancellation));
    }

    /// <summary>The logarithm of the distance at which two points are neighbours in the eyes of both: the greatest of their own spacings and the way between them.</summary>
    public double LogReach(int row, int other, double distance) => Math.Max(Log(distance), Math.Max(_logSpacing[row], _logSpacing[other]));

    private static void Find(PointMatrix points, int row, Span<int> neighbors, Span<double> distances)
    {
        distances.Fill(double.PositiveInfinity);
        for (var other = 0; other < points.Rows && distances.Length > 0; other++)
        {
            var distance = other == row ? double.PositiveInfinity : points.SquaredDistance(row, other);
            if (distance < distances[^1])
            {
                var place = distances.Length - 1;
                for (; place > 0 && distances[place - 1] > distance; place--)
                {
                    (distances[place], neighbors[place]) = (distances[place - 1], neighbors[place - 1]);
                }

                (distances[place], neighbors[place]) = (distance, other);
            }
        }

        foreach (ref var distance in distances)
        {
            distance = Math.Sqrt(distance);
        }
    }

    private double Log(double distance) => distance > 0 ? Math.Max(PortableMath.Log(distance), _leastLog) : _leastLog;

    private double DimensionOf()
    {
        var (sum, terms) = (0.0, 0L);
        for (var row = 0; Each > 2 && row < Points.Rows; row++)
        {
            for (var place = 0; place < Each - 1; place++)
            {
                sum += _logSpacing[row] - Log(Distances[(row * Each) + place]);
            }

            terms += Each - 2;
        }

        return Math.Clamp(sum > 0 ? terms / sum : 1, 1, Points.Columns);
    }
}
