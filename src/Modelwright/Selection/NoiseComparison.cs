using Modelwright.Findings.Inner;

namespace Modelwright.Selection;

/// <summary>
/// How often each column gains more than the best of the shadows. In every round a small model is fitted, on the training part
/// of a fold, to all columns and a freshly shuffled copy of each. Source: Kursa and Rudnicki 2010, "Feature selection with the
/// Boruta package". We differ in two ways. Gains are counted in spreads of a column's own shadows: noise of many values finds
/// more cuts by chance than noise of few, and would hide every column of few values. And rounds share their rows, so a column
/// of noise that is lucky in one is lucky in most, and a binomial law of independent rounds confirms it; here the rounds are
/// draws of the largest gain of noise. Source: Westfall and Young 1993, "Resampling-based multiple testing", the maximum statistic.
/// </summary>
internal static class NoiseComparison
{
    /// <summary>Rounds over all folds: the fewest in which a p-value can be at most 0.05.</summary>
    public const int Rounds = 20;

    /// <summary>Compares each column.</summary>
    /// <param name="ground">The rows.</param>
    /// <param name="share">Share of all work this is.</param>
    public static NoiseDistance[] Of(SelectionGround ground, double share)
    {
        var rounds = new double[Rounds][];
        ground.SideBySide(Rounds, 0, share, round => rounds[round] = Gains(ground, round));
        var count = ground.Columns.Count;
        var spreads = Spreads(rounds, count);
        double[][] columns = [.. rounds.Select(gains => Standardized(gains.AsSpan(0, count), spreads))];
        double[][] shadows = [.. rounds.Select(gains => Standardized(gains.AsSpan(count), spreads))];
        double[] largest = [.. shadows.Select(round => round.DefaultIfEmpty(0).Max())];
        double[] all = [.. shadows.SelectMany(round => round).Order()];
        return [.. Enumerable.Range(0, count).Select(column => new NoiseDistance(
            Enumerable.Range(0, Rounds).Count(round => columns[round][column] > largest[round]),
            ShareAbove(all, columns.Average(round => round[column]))))];
    }

    // Gains of all columns, then of their shadows.
    private static double[] Gains(SelectionGround ground, int round)
    {
        var split = ground.Splits[round % ground.Splits.Count];
        var count = ground.Columns.Count;
        var columns = new FoldColumns(ground, split.Training, [])
            .Add(Enumerable.Range(0, count))
            .AddShadows(new(ground, split.Training, ground.SeedOf(100 + round)));
        var account = new CutAccount(columns.Sources, 2 * count);
        BoostedBins.Fit(columns.Views, ground.On(split.Training), ground.Effort.Trees, account, ground.Cancellation);
        return account.Gains;
    }

    private static (double Mean, double Deviation)[] Spreads(double[][] rounds, int count)
    {
        (double Mean, double Square)[] own = [.. Enumerable.Range(count, count).Select(shadow =>
        {
            var mean = rounds.Average(gains => gains[shadow]);
            return (mean, rounds.Average(gains => (gains[shadow] - mean) * (gains[shadow] - mean)));
        })];

        // Twenty draws say little of a deviation, and those of a shadow that is hardly ever cut may all be 0: half is that of all shadows.
        var usual = own.Select(spread => spread.Square).DefaultIfEmpty(0).Average();
        return Array.ConvertAll(own, spread => (spread.Mean, Math.Max(double.Epsilon, Math.Sqrt((spread.Square + usual) / 2))));
    }

    private static double[] Standardized(ReadOnlySpan<double> gains, (double Mean, double Deviation)[] spreads)
    {
        var standardized = new double[gains.Length];
        for (var column = 0; column < gains.Length; column++)
        {
            standardized[column] = (gains[column] - spreads[column].Mean) / spreads[column].Deviation;
        }

        return standardized;
    }

    private static double ShareAbove(double[] ascending, double value)
    {
        var below = Array.FindIndex(ascending, noise => noise >= value);
        return (1.0 + (below < 0 ? 0 : ascending.Length - below)) / (1 + ascending.Length);
    }
}
