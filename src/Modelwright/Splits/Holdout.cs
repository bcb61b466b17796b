using Modelwright.Splits.Dealing;

namespace Modelwright.Splits;

/// <summary>Rows drawn by chance are kept for the test.</summary>
internal sealed class Holdout : ISplitter
{
    /// <inheritdoc/>
    public SplitterInfo Info { get; } = new()
    {
        Name = "holdout",
        Title = "Holdout",
        Meaning = "A share of the rows, drawn by chance, tests; all others train. Of every class that share is drawn, within one row; numbers are spread by size; without a target all rows are alike.",
        IsHoldout = true,
        KeepsClassShares = true,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Split> Split(SplitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        new SplitFaults(request, Info)
            .Holdout(request.RowCount, "rows")
            .Column(request.Target, nameof(SplitRequest.Target), isNeeded: false)
            .Throw();
        var random = new SplitRandom(request.Seed);
        var strata = Strata.Of(request, random);
        var wanted = Math.Clamp((int)Math.Round(request.TestShare * request.RowCount), 1, request.RowCount - 1);
        var isTest = new bool[request.RowCount];
        if (strata.Starts is { } starts)
        {
            DrawClasses(strata.Rows, starts, wanted, isTest);
        }
        else
        {
            DrawEvenly(strata.Rows, wanted, random, isTest);
        }

        return FoldParts.Of(isTest);
    }

    // Each class gives its whole part of the share; what is then left goes one each to those cut shortest.
    private static void DrawClasses(int[] rows, int[] starts, int wanted, bool[] isTest)
    {
        var share = (double)wanted / rows.Length;
        var sizes = Enumerable.Range(0, starts.Length - 1).Select(code => starts[code + 1] - starts[code]).ToArray();
        var drawn = Array.ConvertAll(sizes, size => (int)Math.Floor((share * size) + 1e-9));
        var cutShortest = Enumerable.Range(0, sizes.Length)
            .OrderByDescending(code => (share * sizes[code]) - drawn[code])
            .Take(wanted - drawn.Sum());
        foreach (var code in cutShortest)
        {
            drawn[code]++;
        }

        for (var code = 0; code < sizes.Length; code++)
        {
            for (var place = starts[code]; place < starts[code] + drawn[code]; place++)
            {
                isTest[rows[place]] = true;
            }
        }
    }

    // One row by chance out of each of as many runs as rows are wanted.
    private static void DrawEvenly(int[] rows, int wanted, SplitRandom random, bool[] isTest)
    {
        for (var run = 0; run < wanted; run++)
        {
            var start = (int)((long)rows.Length * run / wanted);
            var end = (int)((long)rows.Length * (run + 1) / wanted);
            isTest[rows[start + random.Next(end - start)]] = true;
        }
    }
}
