using Modelwright.Search;

namespace Modelwright.Running.Insights;

/// <summary>How many answers may be asked to look at a model.</summary>
/// <param name="Clock">The run's clock.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Seed">Chance.</param>
internal sealed record InsightLimits(RunClock Clock, int Threads, int Seed)
{
    /// <summary>Answers without a limit of time, and the most with one.</summary>
    private const double MostAnswers = 150_000;

    /// <summary>Cells that are read or answered: wide rows cost more, each and all.</summary>
    private const double MostCells = 5_000_000;

    private const int TimedRows = 96;

    /// <summary>Share of the time left at the end of a run; the rest is for packing.</summary>
    private const double ShareOfTime = 0.5;

    /// <summary>Side by side, threads share memory: two do not do twice as much.</summary>
    private const double ShareOfThread = 0.7;

    private const double MostSeconds = 20;

    /// <summary>The share after which it is called off, and the least seconds: one look at a small table takes less.</summary>
    private const double MostShareOfTime = 0.75;
    private const double LeastSeconds = 0.2;

    /// <summary>Seconds that may pass; infinity without a limit of time.</summary>
    public double Seconds => Clock.IsLimited ? Math.Clamp(ShareOfTime * Clock.Left, 0, MostSeconds) : double.PositiveInfinity;

    /// <summary>Asks to end where the counts were worked out too high: what is done by then stands.</summary>
    /// <param name="stop">Asks to end for another reason.</param>
    public CancellationTokenSource CallOff(CancellationToken stop)
    {
        var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (Clock.IsLimited)
        {
            late.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(MostShareOfTime * Clock.Left, LeastSeconds, MostSeconds)));
        }

        return late;
    }

    /// <summary>How many answers the time allows.</summary>
    /// <param name="cells">Columns that are read and classes that are answered.</param>
    /// <param name="answer">Answers so many rows, which is timed where there is a limit.</param>
    public double Answers(int cells, Action<int> answer)
    {
        var most = Math.Min(MostAnswers, MostCells / cells);
        if (!Clock.IsLimited)
        {
            return most;
        }

        // The first call pays for what is laid out once.
        answer(TimedRows / 4);
        var before = Clock.Elapsed;
        answer(TimedRows);
        var each = (Clock.Elapsed - before) / TimedRows;
        var speedUp = 1 + (ShareOfThread * (Threads - 1));
        return each > 0 ? Math.Min(most, Seconds * speedUp / each) : most;
    }
}
