using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Points;

/// <summary>Looks after cancellation and progress over many short rounds.</summary>
internal sealed class FitRounds(FitContext context, int rounds)
{
    private const int Reports = 20;
    private readonly int _between = Math.Max(1, rounds / Reports);
    private int _done;

    /// <summary>Ends a round.</summary>
    public void Next()
    {
        if (++_done % _between == 0)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Progress?.Invoke(Math.Min(1, _done / (double)rounds));
        }
    }
}
