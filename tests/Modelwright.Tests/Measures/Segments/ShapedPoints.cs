using Modelwright.Measures.Segments;

namespace Modelwright.Tests.Measures.Segments;

/// <summary>Points whose segments are known.</summary>
/// <param name="Points">The points.</param>
/// <param name="Labels">The segment of each, from 0.</param>
internal sealed record ShapedPoints(PointMatrix Points, int[] Labels)
{
    /// <summary>Round segments on a line of centres, a distance apart in standard deviations.</summary>
    public static ShapedPoints Blobs(int segments, int each, int columns, double apart, int seed)
    {
        var random = new Random(seed);
        return Of(columns, Enumerable.Range(0, segments * each).Select(row => (Place(random, columns, row % segments, apart), row % segments)));
    }

    /// <summary>Rings around one middle.</summary>
    public static ShapedPoints Rings(int rings, int each, int seed)
    {
        var random = new Random(seed);
        return Of(2, Enumerable.Range(0, rings * each).Select(row =>
        {
            var (angle, radius) = (2 * Math.PI * random.NextDouble(), 1 + (row % rings) + (0.07 * Normal(random)));
            return (new[] { radius * Math.Cos(angle), radius * Math.Sin(angle) }, row % rings);
        }));
    }

    /// <summary>Evenly spread points without segments.</summary>
    public static ShapedPoints Even(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return Of(columns, Enumerable.Range(0, rows).Select(_ => (Enumerable.Range(0, columns).Select(_ => random.NextDouble()).ToArray(), 0)));
    }

    /// <summary>A draw of a normal distribution.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Place(Random random, int columns, int segment, double apart) =>
        [.. Enumerable.Range(0, columns).Select(column => Normal(random) + (column == segment % columns ? apart * (1 + (segment / columns)) : 0))];

    private static ShapedPoints Of(int columns, IEnumerable<(double[] Place, int Label)> rows)
    {
        var all = rows.ToArray();
        return new(new([.. all.SelectMany(row => row.Place)], columns), [.. all.Select(row => row.Label)]);
    }
}
