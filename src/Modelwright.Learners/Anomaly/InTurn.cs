using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly;

/// <summary>Does numbered work on several threads, each taking the next number, so that what a deadline leaves is the first of all.</summary>
internal sealed class InTurn
{
    private readonly FitContext _context;
    private readonly Action<int> _work;
    private readonly Lock _progressLock = new();
    private readonly int _count;
    private int _last = -1;
    private int _done;
    private volatile bool _isLate;

    private InTurn(int count, FitContext context, Action<int> work) => (_count, _context, _work) = (count, context, work);

    /// <summary>Does the work of every number for which there is time; that of 0 however late it is.</summary>
    /// <param name="count">Numbers, from 0.</param>
    /// <param name="context">Threads, time, progress and cancellation.</param>
    /// <param name="work">What is done; from any thread.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Run(int count, FitContext context, Action<int> work)
    {
        var turn = new InTurn(count, context, work);
        var threads = Math.Clamp(context.Threads, 1, count);
        if (threads == 1)
        {
            turn.Some();
        }
        else
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => turn.Some());
        }

        context.Cancellation.ThrowIfCancellationRequested();
    }

    private void Some()
    {
        for (var number = Interlocked.Increment(ref _last); number < _count; number = Interlocked.Increment(ref _last))
        {
            if (MustEnd(number))
            {
                return;
            }

            _work(number);
            if (_context.Progress is { } progress)
            {
                lock (_progressLock)
                {
                    progress(++_done / (double)_count);
                }
            }
        }
    }

    private bool MustEnd(int number)
    {
        _isLate |= number > 0 && !_isLate && _context.IsLate;
        return _context.Cancellation.IsCancellationRequested || (_isLate && number > 0);
    }
}
