using Modelwright.Profile.Relations;

namespace Modelwright.Selection;

/// <summary>
/// Views of a category of many levels: the mean answer of the training rows of a row's level, in bins. Training rows are
/// answered by other training rows, as in the step 'target_encoding', so that none sees its own answer.
/// </summary>
internal static class LevelMeans
{
    private const int Parts = 4;
    private const int MostClasses = 3;
    private const double Smoothing = 10;

    /// <summary>One view for numbers and two classes, else one for each of the first classes.</summary>
    public static IEnumerable<BinnedColumn> Of(int[] levels, SelectionGround ground, int[] training, int[] test)
    {
        var outcome = ground.Outcome;
        if (!outcome.IsClasses)
        {
            return [View(Values(levels, row => outcome.Ranks[row], ground, training, test))];
        }

        int[] classes = outcome.ClassCount <= 2 ? [outcome.ClassCount - 1] : [.. Enumerable.Range(0, MostClasses)];
        return classes.Select(wanted => View(Values(levels, row => outcome.Classes[row] == wanted ? 1 : 0, ground, training, test)));
    }

    private static BinnedColumn View(double[] values) => Binning.Ordered("level means", values);

    /// <summary>The mean answer for each row; NaN for rows of neither part.</summary>
    internal static double[] Values(int[] levels, Func<int, double> answer, SelectionGround ground, int[] training, int[] test)
    {
        // One place more, for rows without a value.
        var count = levels.Max() + 2;
        var (sums, weights, all, weight) = (new double[Parts + 1, count], new double[Parts + 1, count], 0.0, 0.0);
        for (var place = 0; place < training.Length; place++)
        {
            var (row, level) = (training[place], levels[training[place]] + 1);
            var (own, weighed) = (ground.WeightOf(row), ground.WeightOf(row) * answer(row));
            sums[place % Parts, level] += weighed;
            weights[place % Parts, level] += own;
            sums[Parts, level] += weighed;
            weights[Parts, level] += own;
            all += weighed;
            weight += own;
        }

        var mean = weight > 0 ? all / weight : 0;
        var values = new double[levels.Length];
        Array.Fill(values, double.NaN);
        foreach (var row in test)
        {
            values[row] = Smoothed(sums[Parts, levels[row] + 1], weights[Parts, levels[row] + 1], mean);
        }

        for (var place = 0; place < training.Length; place++)
        {
            var (part, level) = (place % Parts, levels[training[place]] + 1);
            values[training[place]] = Smoothed(sums[Parts, level] - sums[part, level], weights[Parts, level] - weights[part, level], mean);
        }

        return values;
    }

    private static double Smoothed(double sum, double weight, double mean) => (sum + (Smoothing * mean)) / (weight + Smoothing);
}
