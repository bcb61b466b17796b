using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Folds of whole groups with class shares as near as the groups allow.</summary>
internal sealed class StratifiedGrouped : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "stratified_grouped",
        Title = "Stratified grouped k-fold",
        Meaning = "Whole groups are dealt out, the largest first, each to the fold where it makes classes and sizes most even; each fold tests once.",
        TestsEveryRow = true,
        KeepsGroupsTogether = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Column(request.Target, nameof(SplitRequest.Target), isNeeded: true).Throw();
        return GroupDealing.Deal(request, Info, Codes.Of(request.Target, request.RowCount));
    }
}
