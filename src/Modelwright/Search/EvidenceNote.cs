using Modelwright.Measures;

namespace Modelwright.Search;

/// <summary>Tells a person where a learner whose models may not be shipped did better than all others.</summary>
internal static class EvidenceNote
{
    /// <summary>The note; none where the best trial may be shipped.</summary>
    /// <param name="trials">All trials, best first.</param>
    /// <param name="metric">What was to be best.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Trial> trials, MetricInfo metric)
    {
        var shippable = trials.First(trial => trial.MayShip);
        if (trials[0] is { IsEvidenceOnly: true } evidence && evidence.Loss < shippable.Loss)
        {
            yield return FormattableString.Invariant($"{TitleOf(evidence)} scored {evidence.Score:G4} ({metric.Name}, out of fold) and the best other trial, {TitleOf(shippable)}, {shippable.Score:G4}; but its model holds training rows, so it is evidence only. Give --store-rows (Training.StoreRows) if whoever gets the package may see them.");
        }
    }

    private static string TitleOf(Trial trial) => trial.Candidate.Learner.Info.Title;
}
