using System.Globalization;
using System.Text;

namespace Modelwright.Quality.Comparison;

/// <summary>The figures as tables in Markdown.</summary>
internal static class Tables
{
    // A predictions file may hold fewer digits than memory does.
    private const double Rounding = 1e-6;

    private static readonly string[][] Fields = [["lgbm", "rf"], ["lgbm", "rf", "flaml", "autogluon"]];

    /// <summary>Scores set by set; the best of each in bold.</summary>
    /// <param name="figures">The sets.</param>
    public static string Scores(IReadOnlyList<SetFigures> figures)
    {
        string[] systems = [.. SetFigures.Systems.Where(system => figures.Any(set => set.Others.ContainsKey(system)))];
        var text = new StringBuilder();
        Row(text, ["set", "metric", "baseline", "modelwright", .. systems]);
        Row(text, Enumerable.Repeat("---", systems.Length + 4));
        foreach (var set in figures)
        {
            var best = set.Others.Values.Select(pair => SetFigures.Error(set.Metric, pair.Theirs)).Append(SetFigures.Error(set.Metric, set.Ours)).Min();
            string Cell(double score) => SetFigures.Error(set.Metric, score) <= best ? $"**{Short(score)}**" : Short(score);
            Row(text, [set.Set, set.Metric, Short(set.Baseline), Cell(set.Ours), .. systems.Select(system => set.Others.TryGetValue(system, out var pair) ? Cell(pair.Theirs) : "")]);
        }

        return text.ToString();
    }

    /// <summary>Our scores of sets that were split more than once: one split of few rows says little. Empty where there are none.</summary>
    /// <param name="figures">The sets.</param>
    public static string Repeats(IReadOnlyList<SetFigures> figures)
    {
        var text = new StringBuilder();
        foreach (var set in figures.Where(set => set.Repeats.Scores.Length > 1))
        {
            if (text.Length == 0)
            {
                text.Append("Sets of under 5,000 rows were split and trained anew for every repeat; peers were recorded on the first alone, and are compared on that.\n\n");
                Row(text, ["set", "metric", "baseline", "first", "others", "mean"]);
                Row(text, Enumerable.Repeat("---", 6));
            }

            var scores = set.Repeats.Scores;
            Row(text, [set.Set, set.Metric, Short(set.Repeats.Baseline), Short(scores[0]), string.Join(", ", scores.Skip(1).Select(Short)), Short(scores.Average())]);
        }

        return text.ToString();
    }

    /// <summary>Wins, gains and ranks.</summary>
    /// <param name="figures">The sets.</param>
    public static string Summaries(IReadOnlyList<SetFigures> figures)
    {
        var text = new StringBuilder();
        Row(text, ["against", "sets", "better", "same", "worse", "median relative gain", "95 % interval"]);
        Row(text, Enumerable.Repeat("---", 7));
        foreach (var summary in Summary.Of(figures))
        {
            Row(text, [summary.System, $"{summary.Sets}", $"{summary.Wins}", $"{summary.Ties}", $"{summary.Sets - summary.Wins - summary.Ties}",
                Percent(summary.MedianGain), $"{Percent(summary.Lower)} to {Percent(summary.Upper)}"]);
        }

        foreach (var field in Fields)
        {
            var (sets, ranks) = Summary.MeanRanks(figures, field);
            if (sets > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\nMean rank over {sets} sets: ");
                text.AppendJoin(", ", ranks.Select(rank => string.Create(CultureInfo.InvariantCulture, $"{rank.Key} {rank.Value:F2}"))).Append(".\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nBetter than the baseline on {figures.Count(set => SetFigures.Error(set.Metric, set.Ours) < SetFigures.Error(set.Metric, set.Baseline))} of {figures.Count} sets.\n");
        return text.ToString();
    }

    /// <summary>Whether the test score a run reports is the one its predictions file gives, in a sentence.</summary>
    /// <param name="figures">The sets.</param>
    public static string Agreement(IReadOnlyList<SetFigures> figures)
    {
        var pairs = figures.Where(set => set.Result["reported_test"]?["value"] is not null)
            .Select(set => (Reported: (double)set.Result["reported_test"]!["value"]!, Scored: (double)set.Result["scores"]![set.Metric]!))
            .ToArray();
        var agreeing = pairs.Count(pair => Math.Abs(pair.Reported - pair.Scored) <= Rounding * Math.Max(1, Math.Abs(pair.Scored)));
        return $"The test score that the run reports equals the one computed from its predictions file on {agreeing} of {pairs.Length} sets.";
    }

    internal static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Short(double score) => score.ToString(Math.Abs(score) >= 1000 ? "F0" : Math.Abs(score) >= 10 ? "F2" : "F4", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %";
}
