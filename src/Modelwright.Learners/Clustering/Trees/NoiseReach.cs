namespace Modelwright.Learners.Clustering.Trees;

/// <summary>
/// How far from a reference point a row still belongs to its cluster: the distance that parts the noise best from the rows of
/// the cluster, both of them nearest to that point; where no noise is near, that of the whole cluster.
/// </summary>
internal static class NoiseReach
{
    /// <summary>One a reference point.</summary>
    public static double[] Of(ClusterCut cut, int[] clusterOf, NearestReferences nearest)
    {
        var ofCluster = Parted(cut, cut.Clusters, nearest, reference => clusterOf[reference], _ => double.PositiveInfinity);
        return Parted(cut, clusterOf.Length, nearest, reference => reference, reference => ofCluster[clusterOf[reference]]);
    }

    private static double[] Parted(ClusterCut cut, int parts, NearestReferences nearest, Func<int, int> partOf, Func<int, double> without)
    {
        var rows = new List<(double Distance, bool IsNoise)>[parts];
        for (var point = 0; point < cut.Labels.Length; point++)
        {
            var part = partOf(nearest.References[point]);
            (rows[part] ??= []).Add((Math.Sqrt(nearest.Squares[point]), cut.Labels[point] < 0));
        }

        return [.. rows.Select((some, part) => some is null ? without(part) : Reach(some, without(part)))];
    }

    /// <summary>The cut between sorted distances with the fewest on the wrong side; beyond the last where that is best, as far as the cluster reaches.</summary>
    private static double Reach(List<(double Distance, bool IsNoise)> rows, double without)
    {
        rows.Sort();
        var wrong = rows.Count(row => !row.IsNoise);
        var (best, reach) = (wrong, rows[0].Distance / 2);
        for (var place = 0; place < rows.Count; place++)
        {
            wrong += rows[place].IsNoise ? 1 : -1;
            if (wrong > best || (place + 1 < rows.Count && rows[place + 1].Distance == rows[place].Distance))
            {
                continue;
            }

            best = wrong;
            reach = place + 1 < rows.Count ? (rows[place].Distance + rows[place + 1].Distance) / 2 : Math.Max(rows[place].Distance, without);
        }

        return reach;
    }
}
