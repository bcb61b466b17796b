using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>Names, rules and profiles of all segments.</summary>
/// <param name="Accuracy">Share of held-out rows whose segment the tree tells, 0 to 1; NaN with fewer than two rows.</param>
/// <param name="Baseline">The same of always saying the largest segment.</param>
/// <param name="Segments">One a segment, in their order.</param>
internal sealed record SegmentPortraits(double Accuracy, double Baseline, IReadOnlyList<SegmentPortrait> Segments)
{
    private const int Depth = 4;
    private const int Shown = 5;
    private const int MostTreeRows = 5_000;
    private const int Folds = 5;
    private const int MostTreeColumns = 40;

    /// <summary>Draws them.</summary>
    /// <param name="table">The original columns; texts, images and categories of more than 100 levels tell nothing here.</param>
    /// <param name="clusters">A segment a row, from 0; -1 is noise and left out.</param>
    /// <param name="distances">How far each row is from the centre of its segment.</param>
    /// <param name="doubts">How doubtful each row is, 0 to 1.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>A portrait a segment, those without a row included. Positions of rows only, no row's values.</returns>
    /// <exception cref="DataException">There is not one of each a row.</exception>
    public static SegmentPortraits Of(Table table, int[] clusters, double[] distances, double[] doubts, CancellationToken cancellation)
    {
        Check(table, clusters, distances, doubts);
        int[] rows = [.. Enumerable.Range(0, clusters.Length).Where(row => clusters[row] >= 0)];
        var segments = clusters.DefaultIfEmpty(-1).Max() + 1;
        var features = SegmentFeature.Of(table);
        int[] drawn = rows.Length <= MostTreeRows ? rows : [.. Enumerable.Range(0, MostTreeRows).Select(place => rows[(int)((long)place * rows.Length / MostTreeRows)])];
        var traits = Enumerable.Range(0, segments).Select(segment => SegmentTraits.Of(features, clusters, segment, rows)).ToArray();
        string[] telling = [.. traits.SelectMany(own => own).GroupBy(trait => trait.Column, StringComparer.Ordinal).OrderByDescending(group => group.Max(trait => Math.Abs(trait.Difference))).Take(MostTreeColumns).Select(group => group.Key)];
        SegmentFeature[] split = [.. features.Where(feature => telling.Contains(feature.Name, StringComparer.Ordinal))];
        var tree = drawn.Length == 0 ? null : SegmentTree.Grow(split, clusters, drawn, segments, Depth, cancellation);
        var names = SegmentNames.Of(traits);
        var sizes = Enumerable.Range(0, segments).Select(segment => rows.Count(row => clusters[row] == segment)).ToArray();
        return new(HeldOut(split, clusters, drawn, segments, cancellation), drawn.Length == 0 ? double.NaN : (double)sizes.Max() / rows.Length,
        [
            .. Enumerable.Range(0, segments).Select(segment => new SegmentPortrait(segment, names[segment], sizes[segment], (double)sizes[segment] / clusters.Length, RulesOf(tree, segment), traits[segment],
                Most(rows.Where(row => clusters[row] == segment), row => -distances[row]), Most(rows.Where(row => clusters[row] == segment), row => doubts[row]))),
        ]);
    }

    private static void Check(Table table, int[] clusters, double[] distances, double[] doubts)
    {
        if (clusters.Length != table.RowCount || distances.Length != table.RowCount || doubts.Length != table.RowCount)
        {
            throw new DataException($"There are {clusters.Length} segments, {distances.Length} distances and {doubts.Length} doubts for {table.RowCount} rows. Give one of each a row.");
        }
    }

    private static int[] Most(IEnumerable<int> rows, Func<int, double> value) => [.. rows.OrderByDescending(value).ThenBy(row => row).Take(Shown)];

    private static SegmentRule[] RulesOf(SegmentTree? tree, int segment) => tree is null ? [] :
    [
        .. tree.Leaves([]).Where(leaf => leaf.Leaf.Segment == segment && leaf.Leaf.Rows[segment] > 0)
            .Select(leaf => new SegmentRule(Shortened(leaf.Conditions), (double)leaf.Leaf.Rows[segment] / leaf.Leaf.Rows.Sum(), (double)leaf.Leaf.Rows[segment] / tree.Rows[segment]))
            .OrderByDescending(rule => rule.Coverage),
    ];

    /// <summary>Of conditions of one kind on one column the last holds for all; levels that are not it are all needed, unless one is.</summary>
    private static SegmentCondition[] Shortened(SegmentCondition[] conditions) =>
    [
        .. conditions.Where((condition, place) => condition.Kind switch
        {
            "is" => true,
            "is_not" => !conditions.Any(other => other.Column == condition.Column && other.Kind == "is"),
            _ => !conditions.Skip(place + 1).Any(later => later.Column == condition.Column && later.Kind == condition.Kind),
        }),
    ];

    private static double HeldOut(IReadOnlyList<SegmentFeature> features, int[] clusters, int[] rows, int segments, CancellationToken cancellation)
    {
        if (rows.Length < 2)
        {
            return double.NaN;
        }

        var right = 0;
        for (var fold = 0; fold < Folds; fold++)
        {
            // A multiplication spreads neighbours over folds, as rows often come in order.
            bool IsHeld(int row) => (uint)row * 2654435761u % 1_000_003u % Folds == fold;
            int[] held = [.. rows.Where(IsHeld)];
            int[] taken = [.. rows.Where(row => !IsHeld(row))];
            if (taken.Length > 0 && held.Length > 0)
            {
                var tree = SegmentTree.Grow(features, clusters, taken, segments, Depth, cancellation);
                right += held.Count(row => tree.Tell(row) == clusters[row]);
            }
        }

        return (double)right / rows.Length;
    }
}
