namespace Modelwright.Measures.Segments;

/// <summary>How many pairs of near neighbours a cut through the middle of each segment would part.</summary>
/// <remarks>The cut is that of 2-means, started at the middle of the widest direction: what a method would do that had to make one segment more.</remarks>
internal static class InnerCuts
{
    private const int MostTurns = 20;
    private const int DirectionTurns = 30;

    /// <summary>Counts.</summary>
    /// <param name="graph">The neighbours.</param>
    /// <param name="labels">One a row, 0 to the number of segments less 1.</param>
    /// <returns>For each segment that has rows, in the order of the labels, the pairs parted.</returns>
    public static long[] Of(NearGraph graph, ReadOnlySpan<int> labels)
    {
        var members = SegmentMembers.Of(graph.Points, labels);
        var sides = new bool[labels.Length];
        for (var segment = 0; segment < members.Rows.Length; segment++)
        {
            Cut(members, segment, sides);
        }

        var cuts = new long[members.Rows.Length];
        for (var segment = 0; segment < cuts.Length; segment++)
        {
            foreach (var row in members.Rows[segment])
            {
                foreach (var neighbor in graph.Neighbors.AsSpan(row * graph.Each, graph.Each))
                {
                    cuts[segment] += labels[neighbor] == labels[row] && sides[neighbor] != sides[row] ? 1 : 0;
                }
            }
        }

        return cuts;
    }

    private static void Cut(SegmentMembers members, int segment, bool[] sides)
    {
        var (points, rows) = (members.Points, members.Rows[segment]);
        var direction = WidestDirection(points, rows, members.Centres[segment]);
        foreach (var row in rows)
        {
            sides[row] = Along(points.Row(row), members.Centres[segment], direction) >= 0;
        }

        var changed = true;
        for (var turn = 0; changed && turn < MostTurns; turn++)
        {
            int[] first = [.. rows.Where(row => sides[row])];
            int[] second = [.. rows.Where(row => !sides[row])];
            changed = first.Length > 0 && second.Length > 0 && Move(points, rows, SegmentMembers.CentreOf(points, first), SegmentMembers.CentreOf(points, second), sides);
        }
    }

    private static bool Move(PointMatrix points, int[] rows, double[] first, double[] second, bool[] sides)
    {
        var changed = false;
        foreach (var row in rows)
        {
            var side = PointMatrix.SquaredDistance(points.Row(row), first) < PointMatrix.SquaredDistance(points.Row(row), second);
            changed |= side != sides[row];
            sides[row] = side;
        }

        return changed;
    }

    /// <summary>The first principal direction, by turns of multiplying with the spread.</summary>
    private static double[] WidestDirection(PointMatrix points, int[] rows, double[] centre)
    {
        var direction = new double[points.Columns];
        for (var column = 0; column < direction.Length; column++)
        {
            // Unlike for each column, or a spread along a diagonal could lie across it.
            direction[column] = 1 + (0.01 * column);
        }

        for (var turn = 0; turn < DirectionTurns; turn++)
        {
            var next = new double[direction.Length];
            foreach (var row in rows)
            {
                var place = points.Row(row);
                var along = Along(place, centre, direction);
                for (var column = 0; column < next.Length; column++)
                {
                    next[column] += along * (place[column] - centre[column]);
                }
            }

            var length = Math.Sqrt(next.Sum(value => value * value));
            if (!(length > 0))
            {
                break;
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
