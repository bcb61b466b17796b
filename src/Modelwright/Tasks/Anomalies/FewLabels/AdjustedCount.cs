namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Which shares of anomalies go with how many rows are above a score, where it is known of few labelled rows how many of each kind are.</summary>
/// <remarks>Forman 2008, "Quantifying counts and costs via classification", adjusted count; the rates between the ends of their intervals by Wilson 1927.</remarks>
internal static class AdjustedCount
{
    /// <summary>1.96 standard errors hold 95 %.</summary>
    private const double Reach = 1.959963984540054;

    /// <summary>The ends of the share.</summary>
    /// <param name="labelled">Scores of labelled rows by fits without them, the strange ones first.</param>
    /// <param name="strange">Number of strange rows among them; one or more of each kind.</param>
    /// <param name="scores">Scores of rows of which nothing is known; one or more.</param>
    /// <returns>From 0 to 1.</returns>
    public static (double Lower, double Upper) Of(double[] labelled, int strange, double[] scores)
    {
        var (first, others) = (labelled[..strange], labelled[strange..]);
        var best = labelled.Distinct().Order().MaxBy(score => (Above(first, score) / (double)first.Length) - (Above(others, score) / (double)others.Length));
        var (found, wrong) = (Wilson(Above(first, best), first.Length), Wilson(Above(others, best), others.Length));
        var above = Above(scores, best) / (double)scores.Length;
        return (Share(above, found.Upper, wrong.Upper) ?? 0, Share(above, found.Lower, wrong.Lower) ?? 1);
    }

    private static double? Share(double above, double found, double wrong) => found > wrong ? Math.Clamp((above - wrong) / (found - wrong), 0, 1) : null;

    private static int Above(double[] scores, double score) => scores.Count(other => other >= score);

    private static (double Lower, double Upper) Wilson(int count, int rows)
    {
        var (share, square) = (count / (double)rows, Reach * Reach / rows);
        var half = Reach * Math.Sqrt((share * (1 - share) / rows) + (square / (4 * rows)));
        return ((share + (square / 2) - half) / (1 + square), (share + (square / 2) + half) / (1 + square));
    }
}
