using Modelwright.Core.Learning;
using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering;

/// <summary>What a choice of segments is asked.</summary>
/// <param name="Points">The rows as the methods see them.</param>
/// <param name="Methods">What may be chosen; of two that make the same segments the first is named.</param>
/// <param name="Context">Seed, threads, cancellation, and the deadline after which nothing new is tried.</param>
internal sealed record SegmentRequest(PointMatrix Points, IReadOnlyList<SegmentMethod> Methods, FitContext Context)
{
    /// <summary>Number of segments wanted, 2 or more; null where it is to be found.</summary>
    public int? Clusters { get; init; }

    /// <summary>Rows that are looked at: more are drawn from by the seed, as the work grows with their square. At least 100.</summary>
    public int MostRows { get; init; } = 4_000;

    /// <summary>Refits on parts of the rows for each finalist, 2 or more.</summary>
    public int Resamples { get; init; } = 10;
}
