using System.Globalization;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Validation;

namespace Modelwright.Stress.Fairness.Remedies;

/// <summary>
/// A threshold of its own for each group, so that all have the same rate: of those answered positive for demographic parity, of the true ones
/// found for equal opportunity. Chosen on one half of the rows; gap and price are measured on the other.
/// </summary>
/// <param name="ground">The model and the groups of one column.</param>
/// <param name="answers">Its answers of two classes.</param>
/// <param name="measure">The measure that is to be better.</param>
/// <remarks>
/// Source: Hardt, Price &amp; Srebro 2016, "Equality of opportunity in supervised learning", section 3.2. Theirs draws lots between two thresholds where
/// rates cannot be met; here nobody's answer is drawn by lot, so equal probabilities are answered alike and rates are met as nearly as that allows. Of
/// all common rates the one is taken by which the metric is best.
/// </remarks>
internal sealed class GroupThresholds(RemedyGround ground, ClassAnswers answers, FairnessMeasure measure)
{
    private const int Rates = 100;

    /// <summary>Chooses and measures; null where fewer than two groups have enough rows in each half.</summary>
    /// <param name="cancellation">Asks to end.</param>
    public FairnessRemedy? Run(CancellationToken cancellation)
    {
        var halves = RowHalves.Of(answers.Count, ground.Model.Groups, Seeds.Mix(ground.Seed, 3));
        int[] open = [.. Enumerable.Range(0, ground.Groups.Names.Count).Where(group => Math.Min(Counted(halves.First, group).Length, Counted(halves.Second, group).Length) >= GroupComparison.FewestOfAFigure)];
        if (open.Length < 2)
        {
            return null;
        }

        var main = ground.Model.Metric;
        var metric = main.Info.ReadsProbabilities ? BuiltInMetrics.Get("accuracy") : main;
        var thresholds = Choose(halves.First, open, metric, cancellation);
        var before = (ClassAnswers)answers.Take(halves.Second);
        var after = before with { Decided = Decide(halves.Second, thresholds) };
        return ground.Gap(before, halves.Second, measure) is { } gapBefore && ground.Gap(after, halves.Second, measure) is { } gapAfter
            ? Write(thresholds, metric, (gapBefore, gapAfter), (before, after), ground.Together(halves.Second))
            : null;
    }

    private FairnessRemedy Write(Dictionary<int, double> thresholds, IMetric metric, (FairnessGap Before, FairnessGap After) gaps, (ClassAnswers Before, ClassAnswers After) on, int[]? together)
    {
        var named = thresholds.ToDictionary(entry => ground.Groups.Names[entry.Key], entry => entry.Value, StringComparer.Ordinal);
        var price = ((IPairedMetric)metric).Difference(on.Before, on.After, together);
        var (before, after) = (metric.Score(on.Before), metric.Score(on.After));
        var list = string.Join(", ", named.Select(entry => string.Create(CultureInfo.InvariantCulture, $"'{entry.Key}' {entry.Value:0.###}")));
        return new()
        {
            Name = "group_thresholds",
            Measure = measure.Name,
            GapBefore = gaps.Before,
            GapAfter = gaps.After,
            Metric = metric.Info.Name,
            Before = before,
            After = after,
            Price = price,
            Thresholds = named,
            Sentence = string.Create(CultureInfo.InvariantCulture, $"With a threshold for each group of '{ground.Groups.Column}' ({list}), {RemedyWords.Say(gaps, metric, (before, after), price)}"),
        };
    }

    private Dictionary<int, double> Choose(int[] rows, int[] open, IMetric metric, CancellationToken cancellation)
    {
        var some = (ClassAnswers)answers.Take(rows);
        var sorted = open.ToDictionary(group => group, group => Counted(rows, group).OrderByDescending(Probability).ToArray());
        var (best, least) = (new Dictionary<int, double>(), double.PositiveInfinity);
        for (var rate = 1; rate < Rates; rate++)
        {
            cancellation.ThrowIfCancellationRequested();
            var thresholds = sorted.ToDictionary(entry => entry.Key, entry => Threshold(entry.Value, (double)rate / Rates));
            var loss = metric.Loss(some with { Decided = Decide(rows, thresholds) });
            if (loss < least || best.Count == 0)
            {
                (best, least) = (thresholds, loss);
            }
        }

        return best;
    }

    /// <summary>The probability from which a share of the rows is answered positive, between two that occur.</summary>
    private double Threshold(int[] descending, double rate)
    {
        var wanted = rate * descending.Sum(answers.Weight);
        var (taken, sum) = (0, 0.0);
        while (taken < descending.Length - 1 && sum + (answers.Weight(descending[taken]) / 2) < wanted)
        {
            sum += answers.Weight(descending[taken]);
            taken++;
        }

        return taken == 0 ? Math.Min(1, Math.BitIncrement(Probability(descending[0]))) : (Probability(descending[taken - 1]) + Probability(descending[taken])) / 2;
    }

    private int[] Decide(int[] rows, Dictionary<int, double> thresholds) => Array.ConvertAll(rows, row =>
        !thresholds.TryGetValue(ground.Assigned[row], out var threshold) ? answers.Answered(row)
        : Probability(row) >= threshold ? answers.Positive : 1 - answers.Positive);

    /// <summary>The rows of a group that the rate is taken of.</summary>
    private int[] Counted(int[] rows, int group) =>
        [.. rows.Where(row => ground.Assigned[row] == group && (measure.Name != "equal_opportunity" || answers.Truth[row] == answers.Positive))];

    private double Probability(int row) => answers.Probabilities[(row * 2) + answers.Positive];
}
