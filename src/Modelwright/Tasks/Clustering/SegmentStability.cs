using Modelwright.Measures.Intervals;

namespace Modelwright.Tasks.Clustering;

/// <summary>How well segments come back when the method sees a part of the rows only.</summary>
/// <param name="Mean">The mean adjusted Rand index between the segments of a part, carried over to all rows, and those of all rows.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end, at most 1.</param>
/// <param name="Resamples">Parts drawn.</param>
internal sealed record SegmentStability(double Mean, double Lower, double Upper, int Resamples)
{
    /// <summary>Share of the rows in a part.</summary>
    public const double PartShare = 0.8;

    /// <summary>From the index of each part.</summary>
    /// <param name="agreements">Two or more.</param>
    /// <remarks>Parts share rows, so the spread is that of Nadeau and Bengio 2003, "Inference for the generalization error": s² (1/n + left out by taken).</remarks>
    internal static SegmentStability Of(IReadOnlyList<double> agreements)
    {
        var mean = agreements.Average();
        var variance = agreements.Sum(agreement => (agreement - mean) * (agreement - mean)) / (agreements.Count - 1);
        var reach = StudentQuantile.Of(agreements.Count - 1) * Math.Sqrt(variance * ((1.0 / agreements.Count) + ((1 - PartShare) / PartShare)));
        return new(mean, Math.Max(-1, mean - reach), Math.Min(1, mean + reach), agreements.Count);
    }
}
