using Modelwright.Findings.Inner;

namespace Modelwright.Selection;

/// <summary>
/// How often each column gains more than the best of the shadows. In every round a small model is fitted, on the training part
/// of a fold, to all columns and a freshly shuffled copy of each. Source: Kursa and Rudnicki 2010, "Feature selection with the
/// Boruta package". We differ in the test: rounds share their rows, so a column of noise that is lucky in one is lucky in
/// most, and a binomial law of independent rounds confirms it. Here the rounds are draws of the largest gain of noise.
/// Source: Westfall and Young 1993, "Resampling-based multiple testing", the maximum statistic.
/// </summary>
internal static class NoiseComparison
{
    /// <summary>Rounds over all folds: the fewest in which a p-value can be at most 0.05.</summary>
    public const int Rounds = 20;

    /// <summary>Hits of each column.</summary>
    /// <param name="ground">The rows.</param>
    /// <param name="share">Share of all work this is.</param>
    public static int[] Hits(SelectionGround ground, double share)
    {
        var hits = new bool[Rounds][];
        ground.SideBySide(Rounds, 0, share, round => hits[round] = Compare(ground, round));
        return [.. Enumerable.Range(0, ground.Columns.Count).Select(column => hits.Count(round => round[column]))];
    }

    /// <summary>How likely the best of all columns has as many hits where none tells anything: corrected for their number.</summary>
    public static double PValue(int hits) => (1.0 + Rounds - hits) / (1 + Rounds);

    private static bool[] Compare(SelectionGround ground, int round)
    {
        var split = ground.Splits[round % ground.Splits.Count];
        var count = ground.Columns.Count;
        var columns = new FoldColumns(ground, split.Training, [])
            .Add(Enumerable.Range(0, count))
            .AddShadows(new(ground, split.Training, ground.SeedOf(100 + round)));
        var account = new CutAccount(columns.Sources, 2 * count);
        BoostedBins.Fit(columns.Views, ground.On(split.Training), ground.Effort.Trees, account, ground.Cancellation);
        var noise = account.Gains.AsSpan(count).ToArray().DefaultIfEmpty(0).Max();
        return Array.ConvertAll(account.Gains[..count], gain => gain > noise);
    }
}
