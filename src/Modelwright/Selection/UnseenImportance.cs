using Modelwright.Findings.Inner;
using Modelwright.Splits;

namespace Modelwright.Selection;

/// <summary>
/// The loss that shuffling a column costs on the held-out part of each fold, for a small model of all columns; paired by rows.
/// Source: Breiman 2001, "Random forests", section 10.
/// </summary>
internal static class UnseenImportance
{
    private const int Repeats = 3;

    /// <summary>The mean difference of each column, over all folds.</summary>
    public static PairedMean[] Of(SelectionGround ground, double from, double to)
    {
        var folds = new PairedMean[ground.Splits.Count][];
        ground.SideBySide(folds.Length, from, to, fold => folds[fold] = InFold(ground, ground.Splits[fold], ground.SeedOf(200 + fold)));
        return [.. Enumerable.Range(0, ground.Columns.Count).Select(column => Together(folds.Select(fold => fold[column])))];
    }

    // Always in the order of the folds, so that sums have the same bits.
    private static PairedMean Together(IEnumerable<PairedMean> folds)
    {
        var all = new PairedMean();
        foreach (var fold in folds)
        {
            all.Add(fold);
        }

        return all;
    }

    private static PairedMean[] InFold(SelectionGround ground, Split split, int seed)
    {
        var columns = new FoldColumns(ground, split.Training, split.Test).Add(Enumerable.Range(0, ground.Columns.Count));
        var (views, sources) = (columns.Views, columns.Sources);
        var model = BoostedBins.Fit(views, ground.On(split.Training), ground.Effort.Trees, null, ground.Cancellation);
        var fitted = new FoldModel(ground, model, views, split.Test);
        var shadows = new Shadows(ground, split.Test, seed);
        return [.. ground.Columns.Select((column, source) => Cost(ground, fitted, [.. Enumerable.Range(0, views.Length).Where(view => sources[view] == source)], () => shadows.Draw(column)))];
    }

    private static PairedMean Cost(SelectionGround ground, FoldModel model, int[] own, Func<int[]> draw)
    {
        ground.Cancellation.ThrowIfCancellationRequested();
        var differences = new double[model.Rows.Length];
        for (var repeat = 0; repeat < Repeats && model.Uses(own); repeat++)
        {
            model.AddCost(own, draw(), differences);
        }

        var mean = new PairedMean();
        mean.AddRows(model.Rows, ground, place => differences[place] / Repeats);
        return mean;
    }
}
