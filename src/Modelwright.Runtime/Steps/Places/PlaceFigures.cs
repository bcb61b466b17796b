using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Steps.Places;

/// <summary>Works out the figures of one place.</summary>
/// <param name="stretch">The length of a degree of longitude, in degrees of latitude.</param>
/// <param name="centres">Points on the sphere, three numbers each.</param>
internal sealed class PlaceFigures(double stretch, double[] centres)
{
    /// <summary>The figures that every place has; the distances follow.</summary>
    internal static readonly string[] Fixed = ["x", "y", "z", "north_east", "north_west"];

    /// <summary>The mean radius of the earth in km (IUGG).</summary>
    private const double EarthRadius = 6371.0088;

    private const double DegreesOfTurn = 360;

    /// <summary>Fills in the figures of a place.</summary>
    /// <param name="latitude">-90 to 90.</param>
    /// <param name="longitude">-180 to 180.</param>
    /// <param name="figures">One number a figure.</param>
    internal void Of(double latitude, double longitude, Span<double> figures)
    {
        var rootOfHalf = Math.Sqrt(0.5);
        Point(latitude, longitude, figures);
        figures[3] = (latitude + (longitude * stretch)) * rootOfHalf;
        figures[4] = (latitude - (longitude * stretch)) * rootOfHalf;
        for (var centre = 0; centre < centres.Length; centre += 3)
        {
            figures[Fixed.Length + (centre / 3)] = Distance(figures, centres.AsSpan(centre, 3));
        }
    }

    /// <summary>The point on the sphere of radius 1, in three numbers.</summary>
    internal static void Point(double latitude, double longitude, Span<double> point)
    {
        var fromAxis = PortableMath.CosineOfTurns(latitude / DegreesOfTurn);
        point[0] = fromAxis * PortableMath.CosineOfTurns(longitude / DegreesOfTurn);
        point[1] = fromAxis * PortableMath.SineOfTurns(longitude / DegreesOfTurn);
        point[2] = PortableMath.SineOfTurns(latitude / DegreesOfTurn);
    }

    /// <summary>The square of the straight distance of two points.</summary>
    internal static double ChordSquared(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var (east, north, up) = (one[0] - other[0], one[1] - other[1], one[2] - other[2]);
        return (east * east) + (north * north) + (up * up);
    }

    private static double Distance(ReadOnlySpan<double> one, ReadOnlySpan<double> other) =>
        2 * EarthRadius * PortableMath.Arcsine(Math.Min(1, Math.Sqrt(ChordSquared(one, other)) / 2));
}
