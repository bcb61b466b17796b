using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Each group is tested by itself.</summary>
internal sealed class LeaveOneGroupOut : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "leave_one_group_out",
        Title = "Leave one group out",
        Meaning = "As many splits as groups: each group tests once by itself, and all others train. No chance is in it.",
        TestsEveryRow = true,
        KeepsGroupsTogether = true,
        IsExhaustive = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Column(request.Groups, nameof(SplitRequest.Groups), isNeeded: true).Throw();
        var groups = Codes.OfGroups(request.Groups!);
        new SplitFaults(request, Info).Exhaustive(groups.Count, $"groups in column '{request.Groups!.Name}'").Throw();
        return FoldParts.Of(groups.OfRow, groups.Count);
    }
}
