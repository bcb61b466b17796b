using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>The trials, best first.</summary>
internal static class LeaderboardSection
{
    private const int Most = 30;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var trials = ground.Evidence.Leaderboard;
        if (trials.Count == 0)
        {
            yield break;
        }

        var left = trials.Count - Most;
        yield return Grid.Of("", $">trial|learner|setting|>{ReportGround.TitleOf(ground.Evidence.Metric)}|>time|>weight in the model", trials.Take(Most).Select(trial => (IReadOnlyList<string>)
        [
            Numbers.Count(trial.Trial),
            trial.Title + (trial.NeedsStoreRows ? " (needs --store-rows)" : ""),
            trial.Parameters,
            Numbers.Fixed(trial.Score, Numbers.Places(trial.Score)),
            Numbers.Seconds(trial.Seconds),
            trial.Weight > 0 ? Numbers.Percent(trial.Weight) : "",
        ])) with
        {
            Note = "The scores chose the model, so they are a little too good for those on top; the figures above are free of that. A setting shows what differs from the learner's first."
                + (left > 0 ? $" {Numbers.Count(left)} more trials are in evidence.json." : ""),
        };
    }
}
