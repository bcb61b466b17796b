using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Each split trains on the past and tests on what came next.</summary>
internal sealed class TimeForward : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "time_forward",
        Title = "Time-forward",
        Meaning = "The rows in order of time are cut into folds + 1 runs of about equal length, never within a moment; each split trains on all runs before the one it tests. The oldest run is never tested. Rows nearer to the other side than the gap or embargo asked for are left out.",
        KeepsTimeOrder = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info).Times().Throw();
        var order = TimeOrder.Of(request.Times!);
        new SplitFaults(request, Info)
            .Folds(order.MomentCount - 1, $"steps between the {order.MomentCount} different times in column '{request.Times!.Name}'")
            .Throw();
        var cuts = Cuts(order, request.Folds);
        var distance = new TimeDistance(request, order);
        return [.. Enumerable.Range(0, request.Folds).Select(fold => distance.Part(cuts[fold], cuts[fold + 1], fold))];
    }

    // Starts of the tested runs and the end: as near to even as whole moments allow, with one moment or more in each run.
    private static int[] Cuts(TimeOrder order, int folds)
    {
        var starts = Enumerable.Range(1, order.Rows.Length - 1).Where(place => order.Moments[place] != order.Moments[place - 1]).ToArray();
        var cuts = new int[folds + 1];
        cuts[folds] = order.Rows.Length;
        var next = 0;
        for (var fold = 0; fold < folds; fold++)
        {
            var wanted = (long)order.Rows.Length * (fold + 1) / (folds + 1);
            var last = starts.Length - (folds - fold);
            while (next < last && Math.Abs(starts[next + 1] - wanted) <= Math.Abs(starts[next] - wanted))
            {
                next++;
            }

            cuts[fold] = starts[next++];
        }

        return cuts;
    }
}
