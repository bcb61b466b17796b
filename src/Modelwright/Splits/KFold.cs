using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Rows dealt out to folds by chance.</summary>
internal sealed class KFold : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "k_fold",
        Title = "K-fold",
        Meaning = "Rows are dealt out by chance to folds of equal size, within one row; each fold tests once.",
        TestsEveryRow = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Folds(request.RowCount, "rows").Throw();
        var folds = new int[request.RowCount];
        var rows = new SplitRandom(request.Seed).Permutation(request.RowCount);
        for (var place = 0; place < rows.Length; place++)
        {
            folds[rows[place]] = place % request.Folds;
        }

        return FoldParts.Of(folds, request.Folds);
    }
}
