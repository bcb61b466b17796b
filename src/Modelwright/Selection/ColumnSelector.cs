using Modelwright.Recording;
using Modelwright.Recording.Selecting;

namespace Modelwright.Selection;

/// <summary>Chooses columns on rows that no figure comes from.</summary>
internal static class ColumnSelector
{
    private const double NoiseShare = 0.6;
    private const double ImportanceShare = 0.75;

    /// <summary>Looks and decides.</summary>
    /// <returns>What was decided about every column that could be a feature; at least one is kept. The same request gives the same decision at any number of threads.</returns>
    /// <exception cref="OperationCanceledException">It was asked to end.</exception>
    public static EvidenceSelection Choose(SelectionRequest request)
    {
        request.Cancellation.ThrowIfCancellationRequested();
        var ground = SelectionGround.Draw(request);
        var isFewest = request.Choice == FeatureChoice.Fewest;
        var noise = NoiseComparison.Of(ground, isFewest ? NoiseShare : NoiseShare / ImportanceShare);
        var importances = UnseenImportance.Of(ground, isFewest ? NoiseShare : NoiseShare / ImportanceShare, isFewest ? ImportanceShare : 1);
        JudgedColumn[] judged = [.. ground.Columns.Select((column, place) => JudgedColumn.Of(column.Name, noise[place], importances[place], ground.Scale))];
        var (set, curve) = isFewest ? FewestColumns.Find(ground, ImportanceShare) : ([], []);
        var rule = isFewest ? SelectionRule.Fewest(judged, set) : SelectionRule.Selected(judged);
        return new(request.Choice, MeaningOf(request, ground), ground.Outcome.RowCount, ground.Splits.Count, NoiseComparison.Rounds, Sorted(Decide(request, ground, judged, rule)))
        {
            Sizes = [.. curve.Select(size => new SetSize(size.Columns, size.Loss, size.AboveBest, size.StandardError) { IsChosen = size.Columns == set.Length })],
        };
    }

    private static IEnumerable<SelectedColumn> Decide(SelectionRequest request, SelectionGround ground, JudgedColumn[] judged, SelectionRule rule)
    {
        var byName = judged.ToDictionary(column => column.Name, StringComparer.Ordinal);
        foreach (var spec in request.Rows.Schema.Features.Where(spec => request.Rows.Table.TryGet(spec.Name, out _)))
        {
            var column = byName.GetValueOrDefault(spec.Name);
            var isPassed = ground.Passed.Contains(spec.Name);
            var (isKept, reason) = request.Wanted.TryGetValue(spec.Name, out var wish) ? (true, wish)
                : column is not null ? rule.Of(column)
                : isPassed ? (false, $"Alone it tells less than the {ground.Columns.Count} columns that were compared; no more were.")
                : (true, "The small models of this choice cannot judge texts, so it stays.");
            yield return new SelectedColumn(spec.Name, isKept ? "kept" : "left_out", column?.Verdict ?? "not_judged", reason)
            {
                Hits = column?.Noise.Hits,
                PValue = column?.Noise.PValue,
                ChanceAlone = column?.Noise.ChanceAlone,
                Importance = column?.Importance,
                Lower = column?.Lower,
                Upper = column?.Upper,
            };
        }
    }

    private static SelectedColumn[] Sorted(IEnumerable<SelectedColumn> columns) =>
        [.. columns.OrderByDescending(column => column.Decision == "kept").ThenByDescending(column => column.Importance ?? double.NegativeInfinity).ThenByDescending(column => column.Hits ?? -1)];

    private static string MeaningOf(SelectionRequest request, SelectionGround ground)
    {
        var rows = ground.Outcome.RowCount == request.Places.Length ? $"all {ground.Outcome.RowCount} rows" : $"{ground.Outcome.RowCount} of {request.Places.Length} rows, drawn at random,";
        var how = request.Choice == FeatureChoice.Fewest
            ? "the smallest set of columns whose loss lies within one standard error of the best, in sets that shrink by what small models of each training part gain least from"
            : $"columns that gain more than the best of shuffled copies of all columns, in {NoiseComparison.Rounds} rounds over the folds; one that is not sure stays where few copies gain as much, or where shuffling it on held-out rows costs";
        return $"Chosen on {rows} outside the rows of the figures, in {ground.Splits.Count} folds: {how}.";
    }
}
