namespace Modelwright.Tasks.Anomalies;

/// <summary>The sentence on how many rows are strange.</summary>
internal static class AnomalyLead
{
    /// <summary>The sentence.</summary>
    public static string Of(AnomalyBlend blend)
    {
        var count = blend.Scores.Count(score => score >= blend.Rule.Threshold);
        var rule = blend.Rule;
        return rule.Share > 0
            ? FormattableString.Invariant($"{count} of {blend.Scores.Length} rows are anomalies ({100 * rule.Share:0.##} %, between {100 * rule.Low:0.##} and {100 * rule.High:0.##} %): score {rule.Threshold:0.####} or more.")
            : FormattableString.Invariant($"No row stands out from the {blend.Scores.Length}; a new row is an anomaly only if it is stranger than all of them, at score {rule.Threshold:0.####} or more.");
    }
}
