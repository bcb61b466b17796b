namespace Modelwright.Profile.Depth;

/// <summary>What a closer look at a column shows; figures of the rows looked at.</summary>
/// <param name="Name">The column.</param>
public sealed record ColumnDepth(string Name)
{
    /// <summary>How the values are spread, in 20 bins of equal width from the smallest to the largest; empty for levels and texts.</summary>
    public IReadOnlyList<HistogramBin> Histogram { get; init; } = [];

    /// <summary>Quantiles at 1, 10, 20 … 90 and 99 % by linear interpolation; empty for other types than numbers.</summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [];

    /// <summary>Third standardised moment: 0 for what is symmetric, above 0 with a long upper tail; null for other types.</summary>
    public double? Skew { get; init; }

    /// <summary>Values further than six times the distance of the quartiles from them; null for other types than numbers.</summary>
    public int? Outliers { get; init; }

    /// <summary>How much of the target the column tells alone, from 0 to 1, out of fold: the share of log loss, or of the variance of ranks, that counts by bin take away; null without a target.</summary>
    public double? Power { get; init; }

    /// <summary>Mutual information of the column in at most 64 bins with the target (numbers in tenths), over the target's entropy, less what chance gives (Miller and Madow), from 0 to 1; null without a target.</summary>
    public double? MutualInformation { get; init; }

    /// <summary>Population stability index between the first and the last third of the rows: under 0.1 little, from 0.25 much; null for ids and texts.</summary>
    public double? Drift { get; init; }
}
