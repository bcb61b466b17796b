namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>A small tree that tells the segment of a row from original columns.</summary>
/// <param name="Feature">The feature it splits by; null at a leaf.</param>
/// <param name="Cut">Rows of values up to it, or of this level, go first; all others, missing ones included, second.</param>
/// <param name="Rows">Rows that came here, by segment.</param>
/// <param name="First">The one side.</param>
/// <param name="Second">The other.</param>
/// <remarks>Source: Breiman et al. 1984, "Classification and regression trees", with the Gini index; numbers are cut at up to 63 quantiles.</remarks>
internal sealed record SegmentTree(SegmentFeature? Feature, double Cut, int[] Rows, SegmentTree? First, SegmentTree? Second)
{
    private const int MostCuts = 63;

    /// <summary>The segment most rows here are of; of equal ones the first.</summary>
    public int Segment => Array.IndexOf(Rows, Rows.Max());

    /// <summary>Grows it.</summary>
    /// <param name="features">Columns.</param>
    /// <param name="labels">A segment a row, from 0.</param>
    /// <param name="rows">Rows to learn from.</param>
    /// <param name="segments">Number of segments.</param>
    /// <param name="depth">Questions in a row at most.</param>
    /// <param name="cancellation">Asks to end.</param>
    public static SegmentTree Grow(IReadOnlyList<SegmentFeature> features, int[] labels, int[] rows, int segments, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var counts = Counted(labels, rows, segments);
        var least = Math.Max(2, rows.Length / 200);
        var best = depth == 0 || counts.Max() == rows.Length ? null
            : features.SelectMany(feature => Splits(feature, labels, rows, segments, least)).MaxBy(split => split.Gain);
        if (best is null || best.Gain <= 1e-9)
        {
            return new(null, 0, counts, null, null);
        }

        int[] first = [.. rows.Where(row => GoesFirst(best.Feature, best.Cut, row))];
        int[] second = [.. rows.Where(row => !GoesFirst(best.Feature, best.Cut, row))];
        return new(best.Feature, best.Cut, counts, Grow(features, labels, first, segments, depth - 1, cancellation), Grow(features, labels, second, segments, depth - 1, cancellation));
    }

    /// <summary>The segment it tells for a row.</summary>
    public int Tell(int row) => Feature is null ? Segment : (GoesFirst(Feature, Cut, row) ? First! : Second!).Tell(row);

    /// <summary>Every leaf with the conditions on the way to it.</summary>
    public IEnumerable<(SegmentTree Leaf, SegmentCondition[] Conditions)> Leaves(SegmentCondition[] sofar) => Feature is null
        ? [(this, sofar)]
        : First!.Leaves([.. sofar, SegmentCondition.Of(Feature, Cut, true)]).Concat(Second!.Leaves([.. sofar, SegmentCondition.Of(Feature, Cut, false)]));

    private static bool GoesFirst(SegmentFeature feature, double cut, int row) => feature.IsCategory ? feature.Values[row] == cut : feature.Values[row] <= cut;

    private static int[] Counted(int[] labels, int[] rows, int segments)
    {
        var counts = new int[segments];
        foreach (var row in rows)
        {
            counts[labels[row]]++;
        }

        return counts;
    }

    private static IEnumerable<Split> Splits(SegmentFeature feature, int[] labels, int[] rows, int segments, int least)
    {
        double[] known = [.. rows.Select(row => feature.Values[row]).Where(value => !double.IsNaN(value)).Order()];
        var cuts = feature.IsCategory
            ? known.Distinct()
            : Enumerable.Range(1, MostCuts).Where(_ => known.Length > 0).Select(part => known[part * (known.Length - 1) / (MostCuts + 1)]).Distinct();
        var all = Counted(labels, rows, segments);
        foreach (var cut in cuts)
        {
            var first = new int[segments];
            foreach (var row in rows)
            {
                first[labels[row]] += GoesFirst(feature, cut, row) ? 1 : 0;
            }

            var size = first.Sum();
            if (size >= least && rows.Length - size >= least)
            {
                yield return new(feature, cut, Pure(first, size) + Pure(all.Zip(first, (whole, part) => whole - part), rows.Length - size) - Pure(all, rows.Length));
            }
        }
    }

    private static double Pure(IEnumerable<int> counts, int size) => counts.Sum(count => (double)count * count) / size;

    private sealed record Split(SegmentFeature Feature, double Cut, double Gain);
}
