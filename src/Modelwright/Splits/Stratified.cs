using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Folds that all have the distribution of the target.</summary>
internal sealed class Stratified : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "stratified",
        Title = "Stratified k-fold",
        Meaning = "Like k-fold, with every class spread over the folds within one row; a class of fewer rows than folds goes as far as it reaches. Numbers are spread by size: of every run of as many like numbers as folds, each fold gets one.",
        TestsEveryRow = true,
        KeepsClassShares = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info)
            .Folds(request.RowCount, "rows")
            .Column(request.Target, nameof(SplitRequest.Target), isNeeded: true)
            .Throw();
        var random = new SplitRandom(request.Seed);
        var strata = Strata.Of(request, random);
        var folds = new int[request.RowCount];
        var dealing = random.Permutation(request.Folds);
        for (var place = 0; place < strata.Rows.Length; place++)
        {
            // Going round in one order keeps every class within one row. Numbers have no classes to keep; a new order each
            // round keeps one fold from having the smallest number every time.
            if (strata.Starts is null && place % request.Folds == 0)
            {
                random.Shuffle(dealing.AsSpan());
            }

            folds[strata.Rows[place]] = dealing[place % request.Folds];
        }

        return FoldParts.Of(folds, request.Folds);
    }
}
