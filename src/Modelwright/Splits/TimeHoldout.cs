using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>The latest rows are kept for the test.</summary>
internal sealed class TimeHoldout : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "time_holdout",
        Title = "Latest rows",
        Meaning = "The latest share of the rows tests, the older ones train; rows of one time stay on one side, so the share is as near as whole moments allow. Rows nearer to the other side than the gap or embargo asked for are left out.",
        IsHoldout = true,
        KeepsTimeOrder = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Times().Throw();
        var order = TimeOrder.Of(request.Times!);
        new SplitFaults(request, Info).Holdout(order.MomentCount, $"different times in column '{request.Times!.Name}'").Throw();
        var cut = order.Cut(request.RowCount - (int)Math.Round(request.TestShare * request.RowCount));
        return [new TimeDistance(request, order).Part(cut, order.Rows.Length, 0)];
    }
}
