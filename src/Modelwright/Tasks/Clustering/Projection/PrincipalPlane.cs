using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering.Projection;

/// <summary>The plane through the two widest directions.</summary>
/// <remarks>Source: Pearson 1901; directions by turns of multiplying with the spread, the second at a right angle to the first.</remarks>
internal static class PrincipalPlane
{
    private const int Turns = 60;

    /// <summary>Two numbers a row.</summary>
    public static double[] Of(PointMatrix points)
    {
        var centre = SegmentMembers.CentreOf(points, Enumerable.Range(0, points.Rows).ToArray());
        var first = Direction(points, centre, null);
        var second = Direction(points, centre, first);
        var places = new double[points.Rows * 2];
        for (var row = 0; row < points.Rows; row++)
        {
            places[2 * row] = Along(points.Row(row), centre, first);
            places[(2 * row) + 1] = Along(points.Row(row), centre, second);
        }

        return places;
    }

    private static double[] Direction(PointMatrix points, double[] centre, double[]? other)
    {
        double[] direction = [.. Enumerable.Range(0, points.Columns).Select(column => 1 + (0.01 * column * (other is null ? 1 : -3)))];
        for (var turn = 0; turn < Turns; turn++)
        {
            var next = new double[direction.Length];
            for (var row = 0; row < points.Rows; row++)
            {
                var along = Along(points.Row(row), centre, direction);
                for (var column = 0; column < next.Length; column++)
                {
                    next[column] += along * (points.Row(row)[column] - centre[column]);
                }
            }

            if (other is not null)
            {
                var shared = next.Zip(other, (one, two) => one * two).Sum();
                next = [.. next.Zip(other, (one, two) => one - (shared * two))];
            }

            var length = Math.Sqrt(next.Sum(value => value * value));
            if (!(length > 1e-12))
            {
                return new double[direction.Length];
            }

            direction = Array.ConvertAll(next, value => value / length);
        }

        return direction;
    }

    private static double Along(ReadOnlySpan<double> place, double[] centre, double[] direction)
    {
        var sum = 0.0;
        for (var column = 0; column < centre.Length; column++)
        {
            sum += (place[column] - centre[column]) * direction[column];
        }

        return sum;
    }
}
