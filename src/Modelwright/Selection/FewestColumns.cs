using Modelwright.Findings.Inner;

namespace Modelwright.Selection;

/// <summary>
/// The smallest set of columns whose loss on held-out rows lies within one standard error of the best. In each fold sets
/// shrink from all columns to one: the columns that gain least are left out, by a small model of the training part alone, and
/// every set is scored on the held-out part. Sources: Guyon, Weston, Barnhill and Vapnik 2002, "Gene selection for cancer
/// classification" (backward elimination); Breiman, Friedman, Olshen and Stone 1984 (the rule of one standard error).
/// </summary>
internal static class FewestColumns
{
    /// <summary>A source that was not cut yet must gain twice as much as one that was: of two near-copies one is enough.</summary>
    private const double Reluctance = 0.5;

    /// <summary>The set that was chosen, ascending, and the curve it was chosen by.</summary>
    public static (int[] Set, IReadOnlyList<SizedLoss> Curve) Find(SelectionGround ground, double from)
    {
        if (ground.Columns.Count == 0)
        {
            return ([], []);
        }

        int[] sizes = [.. SizesTo(ground.Columns.Count)];
        var losses = new double[ground.Splits.Count][][];
        ground.SideBySide(losses.Length, from, 1, fold => losses[fold] = Walk(ground, sizes, ground.Splits[fold].Training, ground.Splits[fold].Test, smallest: 1).Losses);
        var curve = Curve(ground, sizes, losses);
        var chosen = curve.First(size => size.AboveBest <= size.StandardError || size.AboveBest <= 0);

        // Folds may have kept different copies of one column, so the set is found once more on all rows and not by their mean rank.
        return ([.. Walk(ground, sizes, ground.AllRows, [], chosen.Columns).Set.Order()], curve);
    }

    /// <summary>Sizes of sets, from 1 to all: each one more, or a quarter more.</summary>
    internal static IEnumerable<int> SizesTo(int count)
    {
        for (var size = 1; size < count; size += Math.Max(1, size / 4))
        {
            yield return size;
        }

        yield return count;
    }

    private static (int[] Set, double[][] Losses) Walk(SelectionGround ground, int[] sizes, int[] training, int[] test, int smallest)
    {
        var losses = new double[sizes.Length][];
        int[] set = [.. Enumerable.Range(0, ground.Columns.Count)];
        for (var place = sizes.Length - 1; place >= 0 && sizes[place] >= smallest; place--)
        {
            var columns = new FoldColumns(ground, training, test).Add(set);
            var account = new CutAccount(columns.Sources, ground.Columns.Count, Reluctance);
            var model = BoostedBins.Fit(columns.Views, ground.On(training), ground.Effort.Trees, account, ground.Cancellation);
            losses[place] = new FoldModel(ground, model, columns.Views, test).Losses;
            if (place > 0 && sizes[place] > smallest)
            {
                set = [.. set.OrderByDescending(column => account.Gains[column]).Take(sizes[place - 1]).Order()];
            }
        }

        return (set, losses);
    }

    private static SizedLoss[] Curve(SelectionGround ground, int[] sizes, double[][][] losses)
    {
        double[] means = [.. Enumerable.Range(0, sizes.Length).Select(size => Mean(ground, losses, (fold, place) => losses[fold][size][place]).Mean)];
        var best = Array.IndexOf(means, means.Min());
        return [.. sizes.Select((size, number) => Of(size, means[number], Mean(ground, losses, (fold, place) => losses[fold][number][place] - losses[fold][best][place])))];

        SizedLoss Of(int size, double mean, PairedMean above) => new(size, mean / ground.Scale, above.Mean / ground.Scale, above.StandardError / ground.Scale);
    }

    private static PairedMean Mean(SelectionGround ground, double[][][] losses, Func<int, int, double> difference)
    {
        var mean = new PairedMean();
        for (var fold = 0; fold < losses.Length; fold++)
        {
            mean.AddRows(ground.Splits[fold].Test, ground, place => difference(fold, place));
        }

        return mean;
    }
}
