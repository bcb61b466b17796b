using Modelwright.Tasks.Anomalies.Contamination;
using Modelwright.Tasks.Anomalies.FewLabels;

namespace Modelwright.Tasks.Anomalies;

/// <summary>The share of rows that are anomalies: as told, else as estimated and no less than what labels say.</summary>
/// <param name="Share">From 0 to 1.</param>
/// <param name="Lower">Lower end of its 95 % interval; null where it was told.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Reason">How it came about, in a sentence.</param>
internal sealed record AnomalyShare(double Share, double? Lower, double? Upper, string Reason)
{
    private const double MostShare = 0.5;

    /// <summary>Whether labels say that there are more than were estimated.</summary>
    public bool IsOfLabels { get; private init; }

    /// <summary>The share that holds.</summary>
    /// <param name="ground">The rows, and what a person told.</param>
    /// <param name="estimate">What the detectors' scores say.</param>
    /// <param name="labelled">Members that learned from labels; may be none.</param>
    /// <param name="scores">The scores that are shipped, one a row.</param>
    public static AnomalyShare Of(TaskGround ground, ContaminationEstimate estimate, IReadOnlyList<FittedMember> labelled, double[] scores)
    {
        if (ground.Options.Contamination is { } told)
        {
            return new(told, null, null, "The share of anomalies was told.");
        }

        var labels = ground.Labels is { } column ? AnomalyLabels.Of(column, ground.Options.Positive) : null;
        if (labels is not null && labelled.Count > 0)
        {
            var (share, lower, upper) = new LabelledShare(ground, labelled, labels).WithInterval(scores);
            return new(share, lower, upper, $"The share of anomalies comes from the labels of '{labels.Column}': what was learned from them says of each other row how probably it is one, and the share is that at which the probabilities, corrected for it, have it as their mean. Give another with --contamination.");
        }

        var known = labels is null ? 0 : labels.Rows.Strange.Count / (double)labels.RowCount;
        if (known > estimate.Share)
        {
            return new(known, known, Math.Max(known, estimate.High), $"The share of anomalies is that of the rows labelled so in '{labels!.Column}', as fewer stand out by themselves. Give another with --contamination.") { IsOfLabels = true };
        }

        return new(estimate.Share, estimate.Low, estimate.High, estimate.Share > 0
            ? "The share of anomalies is the median of three estimates: what is above every threshold beyond what usual rows leave there, what lies beyond the largest gap between scores, and the weight of a second distribution above the usual one. Give another with --contamination."
            : "No share of the rows stands out beyond what usual rows leave, so none is called an anomaly. Give a share with --contamination to have the strangest called so.");
    }

    /// <summary>The score from which on a row is an anomaly: as many rows as the share says, as nearly as rows that score alike allow.</summary>
    /// <param name="scores">Of all rows.</param>
    public double ThresholdOf(double[] scores)
    {
        var sorted = (double[])scores.Clone();
        Array.Sort(sorted);
        var wanted = (int)Math.Round(Share * sorted.Length);
        var score = sorted[sorted.Length - Math.Max(1, wanted)];
        var (atLeast, above) = (sorted.Count(other => other >= score), sorted.Count(other => other > score));

        // Rows that score alike are all called so or none of them; never so many that it says nothing.
        var areCalled = wanted > 0 && atLeast <= MostShare * sorted.Length && (above == 0 || atLeast - wanted <= wanted - above);
        return areCalled ? score
            : above > 0 && wanted > 0 ? sorted[^above]
            : Math.BitIncrement(sorted[^1]);
    }
}
