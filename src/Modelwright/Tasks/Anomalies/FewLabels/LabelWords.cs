namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>What people write for an anomaly and for a usual row; case and white space around do not matter.</summary>
internal static class LabelWords
{
    private static readonly HashSet<string> Strange = new(StringComparer.OrdinalIgnoreCase)
    {
        "1", "true", "t", "yes", "y", "positive", "anomaly", "anomalous", "abnormal", "outlier", "strange", "odd", "unusual", "suspicious",
        "fault", "faulty", "failure", "failed", "fail", "defect", "defective", "broken", "error", "alarm", "fraud", "fraudulent", "attack", "intrusion", "malicious", "bad",
    };

    private static readonly HashSet<string> Usual = new(StringComparer.OrdinalIgnoreCase)
    {
        "0", "false", "f", "no", "n", "negative", "normal", "usual", "regular", "inlier", "ok", "okay", "fine", "good", "healthy", "genuine", "legitimate", "benign", "pass", "passed",
    };

    /// <summary>Whether each word marks an anomaly; null where it is neither, and where 1 stands beside -1, which is written both ways.</summary>
    public static bool?[] AreStrange(string[] words) =>
        Array.ConvertAll(words, word => words.Contains("-1") ? (bool?)null : Strange.Contains(word) ? true : Usual.Contains(word) ? false : null);
}
