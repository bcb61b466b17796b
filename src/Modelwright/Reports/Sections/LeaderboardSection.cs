using System.Globalization;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>The trials, best first.</summary>
internal static class LeaderboardSection
{
    private const int Most = 30;
    private const int MostDigits = 7;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var trials = ground.Evidence.Leaderboard;
        if (trials.Count == 0)
        {
            yield break;
        }

        var left = trials.Count - Most;
        yield return Grid.Of("", $"learner|>{ReportGround.TitleOf(ground.Evidence.Metric)}|>weight|>time|>trial|setting", trials.Take(Most).Select(trial => (IReadOnlyList<string>)
        [
            trial.Title + (trial.NeedsStoreRows ? " (needs --store-rows)" : ""),
            Numbers.Fixed(trial.Score, Numbers.Places(trial.Score)),
            trial.Weight > 0 ? Numbers.Percent(trial.Weight) : "",
            Numbers.Seconds(trial.Seconds),
            Numbers.Count(trial.Trial),
            Setting(trial.Parameters),
        ])) with
        {
            Note = "These scores chose the model, so they are a little too good for those on top; the figures under 'How good it is' are free of that. Weight is the share in the shipped model. A setting shows what differs from the learner's first."
                + (left > 0 ? $" {Numbers.Count(left)} more trials are in evidence.json." : ""),
        };
    }

    // The plan keeps all digits of a drawn number; a person reads four.
    private static string Setting(string parameters) => string.Join(", ", parameters.Split(", ").Select(pair =>
        pair.Split('=') is [var name, { Length: > MostDigits } text] && double.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? $"{name}={value.ToString("G4", CultureInfo.InvariantCulture)}"
            : pair));
}
