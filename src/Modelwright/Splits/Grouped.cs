using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Folds of whole groups.</summary>
internal sealed class Grouped : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "grouped",
        Title = "Grouped k-fold",
        Meaning = "Whole groups are dealt out, the largest first, each to the fold with the fewest rows so far; each fold tests once.",
        TestsEveryRow = true,
        KeepsGroupsTogether = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return GroupDealing.Deal(request, Info, Codes.Of(null, request.RowCount));
    }
}
