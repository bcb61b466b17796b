using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Covariance;

/// <summary>Finds the rows, so many of all, that take the least room: from many small starts, each improved by taking the rows closest to the spread of the last ones.</summary>
/// <remarks>FastMCD: Rousseeuw &amp; Van Driessen 1999, "A fast algorithm for the minimum covariance determinant estimator", Technometrics 41.</remarks>
internal sealed class ClosestRows
{
    /// <summary>Rows that starts are compared on; the best go on with all.</summary>
    private const int MostSearched = 1500;

    private const int FirstSteps = 2;
    private const int MostSteps = 30;
    private const int Finalists = 10;
    private readonly double[][] _lines;
    private readonly double _support;
    private readonly FitContext _context;
    private readonly FitContext _alone;
    private readonly int _rows;

    /// <summary>Prepares the search.</summary>
    /// <param name="lines">One line a column.</param>
    /// <param name="support">Share of the rows.</param>
    /// <param name="context">Seed, threads, time and cancellation.</param>
    public ClosestRows(double[][] lines, double support, FitContext context)
    {
        (_lines, _support, _context, _rows) = (lines, support, context, lines[0].Length);
        _alone = context with { Threads = 1 };
    }

    /// <summary>The spread of the closest rows, and the starts that there was time for.</summary>
    public (Spread Spread, int Starts) Find(int starts)
    {
        var random = new SeededRandom(_context.Seed, -1);
        var searched = Math.Min(_rows, MostSearched);
        var drawn = DrawnRows.Of(_rows, searched, ref random);
        double[][] lines = [.. _lines.Select(line => Array.ConvertAll(drawn, row => line[row]))];
        var found = new Spread?[starts];
        InTurn.Run(starts, _context, start => found[start] = Start(lines, start));
        Spread[] done = [.. found.TakeWhile(spread => spread is not null).OfType<Spread>()];
        Spread[] best = [.. done.OrderBy(spread => spread.LogDeterminant).Take(Finalists)];
        Parallel.For(0, best.Length, new ParallelOptions { MaxDegreeOfParallelism = _context.Threads }, place => best[place] = Improve(best[place], lines, MostSteps, _alone));
        _context.Cancellation.ThrowIfCancellationRequested();
        return (Improve(best.MinBy(spread => spread.LogDeterminant)!, _lines, MostSteps, _context), done.Length);
    }

    /// <summary>Rows that count among so many.</summary>
    public static int Count(int rows, int columns, double support) =>
        Math.Min(rows, Math.Max((rows + columns + 1) / 2, (int)Math.Ceiling(support * rows)));

    private Spread Start(double[][] lines, int number)
    {
        var random = new SeededRandom(_context.Seed, number);
        var rows = DrawnRows.Of(lines[0].Length, Math.Min(lines[0].Length, lines.Length + 1), ref random);
        return Improve(Spread.Of(lines, rows, _alone), lines, FirstSteps, _alone);
    }

    private Spread Improve(Spread spread, double[][] lines, int steps, FitContext context)
    {
        var rows = lines[0].Length;
        var (distances, order) = (new double[rows], new int[rows]);
        for (var step = 0; step < steps; step++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            spread.Distances(lines, distances);
            for (var row = 0; row < rows; row++)
            {
                order[row] = row;
            }

            Array.Sort(distances, order);
            var next = Spread.Of(lines, order.AsSpan(0, Count(rows, lines.Length, _support)), context);
            var isBetter = next.LogDeterminant < spread.LogDeterminant - 1e-9;
            spread = next;

            // The first spread is of another number of rows, so its determinant says nothing.
            if (step > 0 && !isBetter)
            {
                break;
            }
        }

        return spread;
    }
}
