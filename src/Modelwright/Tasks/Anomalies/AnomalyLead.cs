namespace Modelwright.Tasks.Anomalies;

/// <summary>The sentence on how many rows are strange.</summary>
internal static class AnomalyLead
{
    /// <summary>The sentence.</summary>
    public static string Of(AnomalyBlend blend)
    {
        var count = blend.Scores.Count(score => score >= blend.Threshold);
        var estimate = blend.Contamination;
        return count > 0
            ? FormattableString.Invariant($"{count:#,0} of {blend.Scores.Length:#,0} rows are anomalies ({100 * estimate.Share:0.##} %, between {100 * estimate.Low:0.##} and {100 * estimate.High:0.##} %): score {blend.Threshold:0.####} or more.")
            : FormattableString.Invariant($"No row stands out from the {blend.Scores.Length:#,0}; a new row is an anomaly only if it is stranger than all of them, at score {blend.Threshold:0.####} or more.");
    }
}
