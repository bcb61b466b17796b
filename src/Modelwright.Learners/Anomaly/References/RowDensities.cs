using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>The reach and the local reachability density of every row, as Breunig and others 2000 define them, and their means over groups.</summary>
internal sealed class RowDensities
{
    /// <summary>Rows closer together than this share of the median reach count as if they were as far apart.</summary>
    private const double LeastShare = 1e-3;

    private readonly double[] _reaches;
    private readonly double[] _densities;

    /// <summary>Reckons them.</summary>
    public RowDensities(NearestRows rows, int neighbors)
    {
        var most = Math.Min(neighbors, rows.Most);
        _reaches = new double[rows.Count];
        _densities = new double[rows.Count];
        for (var row = 0; most > 0 && row < rows.Count; row++)
        {
            _reaches[row] = rows.Distances(row)[most - 1];
        }

        Least = LeastReach(_reaches);
        for (var row = 0; row < rows.Count; row++)
        {
            _densities[row] = 1 / Math.Max(Least, MeanReach(rows, row, most));
        }
    }

    /// <summary>The mean reach below which no row's is taken; above 0.</summary>
    public double Least { get; }

    /// <summary>The reaches and densities of the points.</summary>
    public (double[] Reaches, double[] Densities) Of(ReferencePoints points, RowGroups? groups)
    {
        if (groups is null)
        {
            return (_reaches, _densities);
        }

        var (reaches, densities) = (new double[points.Count], new double[points.Count]);
        Array.Fill(densities, 1 / Least);
        for (var group = 0; group < groups.Count; group++)
        {
            var members = groups.Members(group);
            reaches[group] = (_reaches[members[0]] + _reaches[members[1]] + _reaches[members[2]]) / members.Length;
            densities[group] = (_densities[members[0]] + _densities[members[1]] + _densities[members[2]]) / members.Length;
        }

        return (reaches, densities);
    }

    private double MeanReach(NearestRows rows, int row, int most)
    {
        var sum = 0.0;
        for (var place = 0; place < most; place++)
        {
            sum += Math.Max(_reaches[rows.Of(row)[place]], rows.Distances(row)[place]);
        }

        return most > 0 ? sum / most : 0;
    }

    /// <summary>A share of the median of those above 0; 1 where all rows are in one place.</summary>
    private static double LeastReach(double[] reaches)
    {
        double[] apart = [.. reaches.Where(reach => reach > 0)];
        Array.Sort(apart);
        return apart.Length > 0 ? apart[apart.Length / 2] * LeastShare : 1;
    }
}
