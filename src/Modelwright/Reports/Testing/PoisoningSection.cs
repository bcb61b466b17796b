using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Stress;
using Modelwright.Stress.Poisoning;

namespace Modelwright.Reports.Testing;

/// <summary>What is left of the model where an opponent reached its training rows.</summary>
internal static class PoisoningSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Poisoning is not { Clean: not null } poisoning)
        {
            yield break;
        }

        yield return new Prose($"{poisoning.Fitted} It was fitted on {Numbers.Count(poisoning.TrainingRows)} training rows, once as they are and once for each poison. What is lost is told against the fit without poison, on rows that nobody touched.");
        PoisonScore[] scored = [.. poisoning.Poisons.Where(poison => poison.Score is { } score && double.IsFinite(score.Lost))];
        if (scored.Length > 0)
        {
            yield return new BarChart
            {
                Title = "Lost by poisoned training rows",
                Reading = "Share of the lead over a constant answer, with the 95 % interval of the paired difference on the same rows.",
                Names = "poison",
                Axis = "% of the lead lost",
                Bars = [.. scored.Select(poison => new ChartBar($"{poison.Poison.Replace('_', ' ')}, {Numbers.Percent(poison.Share)} of rows", 100 * poison.Score!.Lost) { Lower = 100 * poison.Score.LostLower, Upper = 100 * poison.Score.LostUpper })],
            };
        }

        Notice[] notices =
        [
            .. poisoning.Backdoor is { } backdoor ? [new Notice("note", $"A planted backdoor: {backdoor.Text}")] : Array.Empty<Notice>(),
            .. poisoning.Hardened is { } hardened ? [new Notice("note", $"Adversarial retraining: {hardened.Text}")] : Array.Empty<Notice>(),
        ];
        if (notices.Length > 0)
        {
            yield return new Notices(notices);
        }
    }
}
