using Modelwright.Core.Errors;

namespace Modelwright.Measures.Segments;

/// <summary>
/// How compact and how far apart segments are, from the points alone. All three look for round segments: they are no judges of
/// long or bent ones. Rows of a negative label (noise) are left out; NaN where fewer than two segments are left.
/// </summary>
internal static class SegmentIndexes
{
    /// <summary>Rows up to which the silhouette looks at all pairs.</summary>
    public const int MostSilhouetteRows = 2_000;

    /// <summary>The mean over rows of how much nearer a row is to its own segment than to the next, by mean distances.</summary>
    /// <param name="points">The points.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="seed">Draws the rows where there are more than <see cref="MostSilhouetteRows"/>.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>-1 to 1; a row alone in its segment counts 0.</returns>
    /// <exception cref="DataException">There is not one label a row.</exception>
    /// <remarks>Source: Rousseeuw 1987, "Silhouettes".</remarks>
    public static double Silhouette(PointMatrix points, ReadOnlySpan<int> labels, int seed, CancellationToken cancellation)
    {
        var members = Drawn(points, labels, seed);
        if (members.Rows.Length < 2)
        {
            return double.NaN;
        }

        var sum = 0.0;
        for (var segment = 0; segment < members.Rows.Length; segment++)
        {
            foreach (var row in members.Rows[segment])
            {
                cancellation.ThrowIfCancellationRequested();
                sum += Silhouette(members, row, segment);
            }
        }

        return sum / members.Count;
    }

    /// <summary>The spread between the centres by that within segments, each by its degrees of freedom; higher is better.</summary>
    /// <param name="points">The points.</param>
    /// <param name="labels">One a row.</param>
    /// <returns>0 or more; infinite where no segment has any spread.</returns>
    /// <exception cref="DataException">There is not one label a row.</exception>
    /// <remarks>Source: Calinski and Harabasz 1974, "A dendrite method for cluster analysis".</remarks>
    public static double CalinskiHarabasz(PointMatrix points, ReadOnlySpan<int> labels)
    {
        var members = SegmentMembers.Of(points, labels);
        if (members.Rows.Length < 2)
        {
            return double.NaN;
        }

        var whole = SegmentMembers.CentreOf(points, members.Rows.SelectMany(own => own).Order().ToArray());
        var (between, within) = (0.0, 0.0);
        for (var segment = 0; segment < members.Rows.Length; segment++)
        {
            between += members.Rows[segment].Length * PointMatrix.SquaredDistance(members.Centres[segment], whole);
            foreach (var row in members.Rows[segment])
            {
                within += PointMatrix.SquaredDistance(points.Row(row), members.Centres[segment]);
            }
        }

        var freedom = members.Count - members.Rows.Length;
        return within <= 0 ? double.PositiveInfinity : between / (members.Rows.Length - 1) / (within / freedom);
    }

    /// <summary>The mean over segments of how alike the most alike other one is: the mean distances to both centres by the distance between them. Lower is better.</summary>
    /// <param name="points">The points.</param>
    /// <param name="labels">One a row.</param>
    /// <returns>0 or more; infinite where two centres are one and their segments have a spread.</returns>
    /// <exception cref="DataException">There is not one label a row.</exception>
    /// <remarks>Source: Davies and Bouldin 1979, "A cluster separation measure".</remarks>
    public static double DaviesBouldin(PointMatrix points, ReadOnlySpan<int> labels)
    {
        var members = SegmentMembers.Of(points, labels);
        if (members.Rows.Length < 2)
        {
            return double.NaN;
        }

        double[] spreads = [.. members.Rows.Select((own, segment) => own.Average(row => Distance(points.Row(row), members.Centres[segment])))];
        return Enumerable.Range(0, spreads.Length).Average(one => Enumerable.Range(0, spreads.Length).Where(other => other != one)
            .Max(other => spreads[one] + spreads[other] is var spread and > 0 ? spread / Distance(members.Centres[one], members.Centres[other]) : 0));
    }

    private static double Distance(ReadOnlySpan<double> place, ReadOnlySpan<double> other) => Math.Sqrt(PointMatrix.SquaredDistance(place, other));

    private static SegmentMembers Drawn(PointMatrix points, ReadOnlySpan<int> labels, int seed)
    {
        var members = SegmentMembers.Of(points, labels);
        if (members.Count <= MostSilhouetteRows)
        {
            return members;
        }

        int[] rows = [.. members.Rows.SelectMany(own => own)];
        new Random(seed).Shuffle(rows);
        Array.Resize(ref rows, MostSilhouetteRows);
        Array.Sort(rows);
        var own = new int[rows.Length];
        for (var place = 0; place < rows.Length; place++)
        {
            own[place] = labels[rows[place]];
        }

        return SegmentMembers.Of(points.Take(rows), own);
    }

    private static double Silhouette(SegmentMembers members, int row, int segment)
    {
        if (members.Rows[segment].Length < 2)
        {
            return 0;
        }

        var (own, next) = (0.0, double.PositiveInfinity);
        for (var other = 0; other < members.Rows.Length; other++)
        {
            var sum = 0.0;
            foreach (var member in members.Rows[other])
            {
                sum += Distance(members.Points.Row(row), members.Points.Row(member));
            }

            if (other == segment)
            {
                own = sum / (members.Rows[other].Length - 1);
            }
            else
            {
                next = Math.Min(next, sum / members.Rows[other].Length);
            }
        }

        return Math.Max(own, next) is var most and > 0 ? (next - own) / most : 0;
    }
}
