using Modelwright.Measures.Segments;
using Modelwright.Validation;

namespace Modelwright.Tasks.Clustering.Projection;

/// <summary>Rows drawn in a plane, so that near rows are near.</summary>
/// <param name="Rows">0-based rows that are drawn, ascending.</param>
/// <param name="Places">Two numbers a row drawn.</param>
/// <param name="Method">pca or neighbor_map.</param>
/// <param name="Trustworthiness">How far near places are near rows, 0 to 1, of the map.</param>
/// <param name="OfPlane">The same of the plane through the widest directions.</param>
internal sealed record SegmentMap(int[] Rows, double[] Places, string Method, double Trustworthiness, double OfPlane)
{
    /// <summary>Rows that are drawn at most.</summary>
    public const int MostRows = 2_000;

    /// <summary>What a map must gain over the plane, whose axes mean something, to be preferred.</summary>
    private const double WorthIt = 0.01;

    /// <summary>Draws the plane of principal components, or a map of neighbours where that is more trustworthy.</summary>
    /// <param name="points">The rows as the methods see them.</param>
    /// <param name="seed">Chance of the draw above 2,000 rows and of the map.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The map; the same for the same seed on any number of threads.</returns>
    public static SegmentMap Of(PointMatrix points, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(points);
        var rows = RowSample.Draw(points.Rows, Math.Min(points.Rows, MostRows), Seeds.Mix(seed, -31));
        var drawn = points.Take(rows);
        var plane = PrincipalPlane.Of(drawn);
        var ofPlane = Trust.Of(drawn, plane, cancellation);
        if (drawn.Columns <= 2 || drawn.Rows < 10)
        {
            return new(rows, plane, "pca", ofPlane, ofPlane);
        }

        var map = NeighborMap.Of(drawn, plane, Seeds.Mix(seed, -32), cancellation);
        var ofMap = Trust.Of(drawn, map, cancellation);
        return ofMap > ofPlane + WorthIt ? new(rows, map, "neighbor_map", ofMap, ofPlane) : new(rows, plane, "pca", ofPlane, ofPlane);
    }
}
