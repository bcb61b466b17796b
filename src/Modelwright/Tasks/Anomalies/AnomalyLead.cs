using Modelwright.Recording.Targetless;

namespace Modelwright.Tasks.Anomalies;

/// <summary>The sentence on how many rows are strange.</summary>
internal static class AnomalyLead
{
    /// <summary>The sentence.</summary>
    public static string Of(EvidenceAnomalies evidence, int rows)
    {
        var between = evidence is { Lower: { } low, Upper: { } high } ? FormattableString.Invariant($", between {100 * low:0.##} and {100 * high:0.##} %") : "";
        return evidence.Found > 0
            ? FormattableString.Invariant($"{evidence.Found:#,0} of {rows:#,0} rows are anomalies ({100 * evidence.Share:0.##} %{(between.Length > 0 ? between : ", as told")}): score {evidence.Threshold:0.####} or more.")
            : FormattableString.Invariant($"No row stands out from the {rows:#,0}; a new row is an anomaly only if it is stranger than all of them, at score {evidence.Threshold:0.####} or more.");
    }
}
