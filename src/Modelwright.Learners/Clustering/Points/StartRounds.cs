using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Points;

/// <summary>Runs starts that depend on nothing but their number, on several threads, until all are done or the deadline comes.</summary>
internal sealed class StartRounds(FitContext context, int count)
{
    private readonly Lock _lock = new();
    private volatile bool _isLate;
    private int _last = -1;
    private int _done;

    /// <summary>Runs them.</summary>
    /// <param name="start">One start by its number; false where the deadline ended it. The first runs in any case.</param>
    public void Run(Func<int, bool> start)
    {
        var threads = Math.Clamp(context.Threads, 1, count);
        if (threads == 1)
        {
            RunSome(start);
            return;
        }

        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => RunSome(start));
        context.Cancellation.ThrowIfCancellationRequested();
    }

    private void RunSome(Func<int, bool> start)
    {
        for (var number = Interlocked.Increment(ref _last); number < count; number = Interlocked.Increment(ref _last))
        {
            if (number > 0 && (_isLate || context.IsLate))
            {
                return;
            }

            if (!Ends(start, number))
            {
                return;
            }
        }
    }

    /// <summary>Whether the start was over in time; a cancelled one throws on one thread and ends quietly on several.</summary>
    private bool Ends(Func<int, bool> start, int number)
    {
        try
        {
            _isLate |= !start(number);
        }
        catch (OperationCanceledException) when (context.Threads > 1)
        {
            return false;
        }

        lock (_lock)
        {
            context.Progress?.Invoke(++_done / (double)count);
        }

        return !_isLate;
    }
}
