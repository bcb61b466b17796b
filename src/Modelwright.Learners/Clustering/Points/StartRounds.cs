using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Points;

/// <summary>Runs starts that depend on nothing but their number, on several threads, until all are done, enough of them agree or the deadline comes.</summary>
internal sealed class StartRounds(FitContext context, int count)
{
    /// <summary>So many starts that came to the same end are enough: another would hardly come to a better one.</summary>
    private const int FewestAgreeing = 3;

    private readonly Lock _lock = new();
    private readonly bool[] _isOver = new bool[count];
    private volatile bool _isLate;
    private volatile bool _isEnough;
    private int _last = -1;
    private int _done;
    private int _first;

    /// <summary>The first starts, one after another, that were over in time; no more than were enough, whatever others did meanwhile.</summary>
    public int Over => _first;

    /// <summary>Whether they are all that was asked for, or agreed before.</summary>
    public bool IsWhole => _isEnough || _first == count;

    /// <summary>Whether two starts that are over came to the same end; null where even then a rarer one may be better.</summary>
    public Func<int, int, bool>? IsSame { get; init; }

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
            if (_isEnough || (number > 0 && (_isLate || context.IsLate)))
            {
                return;
            }

            if (!Ends(start, number))
            {
                return;
            }
        }
    }

    /// <summary>Counts starts in their order, so that what is enough does not depend on which thread was first.</summary>
    private void Count(int number)
    {
        _isOver[number] = true;
        while (!_isEnough && _first < count && _isOver[_first])
        {
            _first++;
            _isEnough = IsSame is not null && Enumerable.Range(0, _first).Any(start => Enumerable.Range(0, _first).Count(other => IsSame(start, other)) >= FewestAgreeing);
        }
    }

    /// <summary>Whether the start was over in time; a cancelled one throws on one thread and ends quietly on several.</summary>
    private bool Ends(Func<int, bool> start, int number)
    {
        bool isOver;
        try
        {
            isOver = start(number);
            _isLate |= !isOver;
        }
        catch (OperationCanceledException) when (context.Threads > 1)
        {
            return false;
        }

        lock (_lock)
        {
            context.Progress?.Invoke(++_done / (double)count);
            if (isOver)
            {
                Count(number);
            }
        }

        return !_isLate;
    }
}
