using Modelwright.Measures.Segments;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Tasks.Clustering;

/// <summary>One labelling that was tried.</summary>
/// <param name="Method">The position of its method.</param>
/// <param name="Asked">Number of segments asked for; 0 where the method finds it.</param>
/// <param name="Labels">One a row looked at: 0 to <paramref name="Clusters"/> less 1, noise given to the nearest row's segment.</param>
/// <param name="Clusters">Number of segments.</param>
/// <param name="Noise">Share of noise.</param>
/// <param name="Parted">Mean share of near neighbours parted.</param>
/// <param name="Support">Mean support.</param>
internal sealed record SegmentTrial(int Method, int Asked, int[] Labels, int Clusters, double Noise, double Parted, double Support)
{
    /// <summary>Support below which a boundary is not followed: a little less than halfway between an even cloud cut in two (about 0) and apart clouds (1).</summary>
    private const double LeastSupport = 0.4;

    /// <summary>Support times agreement that segments must have to be worth telling apart.</summary>
    public const double LeastWorth = 0.25;

    /// <summary>Less agreement counts as much, so that segments of a shape that one learner alone can see are found where their boundaries are clear.</summary>
    public const double LeastAgreement = 0.4;

    /// <summary>Labelings with more noise than this are no answer.</summary>
    private const double MostNoise = 0.5;

    /// <summary>How far other learners see the same segments, 0 to 1; 1 until it is known.</summary>
    public double Agreement { get; init; } = 1;

    /// <summary>How many segments of one size would be as even as these: a small one counts for little. The exponential of the entropy of their shares.</summary>
    public double Evenness { get; } = EvennessOf(Labels, Clusters);

    /// <summary>What a search follows while agreement is not known: the sum of support above the least.</summary>
    public double Promise => Clusters * (Support - LeastSupport);

    /// <summary>How real the boundaries are, and in the eyes of others; clear ones count also where nobody else sees them.</summary>
    public double Worth => Support * Math.Max(LeastAgreement, Agreement);

    /// <summary>What numbers of segments are compared by: what they are worth above the least, by how many they are; 0 is that of no segments.</summary>
    public double Score => Evenness * (Worth - LeastWorth);

    /// <summary>Judges a labelling; null where it has fewer than two segments or is mostly noise.</summary>
    public static SegmentTrial? Of(NearGraph graph, int method, int asked, ReadOnlySpan<int> labels)
    {
        var (filled, clusters, noise) = Filled(graph.Points, labels);
        if (clusters < 2 || noise > MostNoise)
        {
            return null;
        }

        var boundaries = SegmentBoundaries.Of(graph, filled, clusters);
        return new(method, asked, filled, clusters, noise, boundaries.MeanParted, boundaries.MeanSupport);
    }

    private static double EvennessOf(int[] labels, int clusters)
    {
        var counts = new int[clusters];
        foreach (var label in labels)
        {
            counts[label]++;
        }

        return PortableMath.Exp(-counts.Where(count => count > 0).Sum(count => (double)count / labels.Length * PortableMath.Log((double)count / labels.Length)));
    }

    /// <summary>Labels without gaps, in the order they occur, noise with the label of the nearest row that has one.</summary>
    private static (int[] Labels, int Clusters, double Noise) Filled(PointMatrix points, ReadOnlySpan<int> labels)
    {
        var codes = new Dictionary<int, int>();
        var filled = new int[labels.Length];
        var known = new List<int>(labels.Length);
        for (var row = 0; row < labels.Length; row++)
        {
            filled[row] = labels[row] < 0 ? -1 : codes.TryGetValue(labels[row], out var code) ? code : codes[labels[row]] = codes.Count;
            if (filled[row] >= 0)
            {
                known.Add(row);
            }
        }

        var noise = labels.Length - known.Count;
        for (var row = 0; noise > 0 && known.Count > 0 && row < labels.Length; row++)
        {
            if (labels[row] < 0)
            {
                filled[row] = filled[NearestOf(points, row, known)];
            }
        }

        return (filled, codes.Count, (double)noise / Math.Max(1, labels.Length));
    }

    private static int NearestOf(PointMatrix points, int row, List<int> known)
    {
        var (nearest, least) = (known[0], double.PositiveInfinity);
        foreach (var other in known)
        {
            if (points.SquaredDistance(row, other) is var distance && distance < least)
            {
                (nearest, least) = (other, distance);
            }
        }

        return nearest;
    }
}
