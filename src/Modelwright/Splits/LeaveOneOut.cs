using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Each row is tested by itself.</summary>
internal sealed class LeaveOneOut : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "leave_one_out",
        Title = "Leave one out",
        Meaning = "As many splits as rows: each row tests once by itself, and all others train. No chance is in it.",
        TestsEveryRow = true,
        IsExhaustive = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Exhaustive(request.RowCount, "rows").Throw();
        return FoldParts.Of([.. Enumerable.Range(0, request.RowCount)], request.RowCount);
    }
}
