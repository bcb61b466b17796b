using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Splits;

namespace Modelwright.Testing.Splitters;

/// <summary>One splitter under test, and what is asked of it for any request.</summary>
internal sealed class SplitterSubject(ISplitter splitter)
{
    public SplitterInfo Info => splitter.Info;

    public ContractCheck Check(string name, Action run) => ContractCheck.Of("Splitter", Info.Name, name, run);

    public void ForEach(IEnumerable<SplitRequest> requests, Action<SplitRequest, IReadOnlyList<Split>> run)
    {
        foreach (var request in requests)
        {
            run(request, splitter.Split(request));
        }
    }

    public static void Disjoint(SplitRequest request, IReadOnlyList<Split> splits)
    {
        foreach (var split in splits)
        {
            Expect(split.Training.Length > 0 && split.Test.Length > 0, request, "rows on both sides", "an empty part");
            Expect(Ascends(split.Training) && Ascends(split.Test), request, "positions that ascend", "others");
            Expect(!split.Training.Intersect(split.Test).Any(), request, "no row on both sides", "one that is");
            Expect(split.Training.Concat(split.Test).All(row => row >= 0 && row < request.RowCount), request, "rows of the request", "others");
        }

        var tests = splits.SelectMany(split => split.Test).ToArray();
        Expect(tests.Distinct().Count() == tests.Length, request, "each row tested once at most", "one tested twice");
    }

    public void Count(SplitRequest request, IReadOnlyList<Split> splits)
    {
        Expect(splits.Count == (Info.IsHoldout ? 1 : request.Folds), request, "as many splits as asked", $"{splits.Count}");
        if (Info is { IsHoldout: true, KeepsGroupsTogether: false, KeepsTimeOrder: false })
        {
            Expect(Math.Abs(splits[0].Test.Length - (request.TestShare * request.RowCount)) <= 1, request, "the share asked for within one row", $"{splits[0].Test.Length} rows");
        }

        if (Info is { TestsEveryRow: true, KeepsGroupsTogether: false })
        {
            var sizes = splits.Select(split => split.Test.Length).ToArray();
            Expect(sizes.Max() - sizes.Min() <= 1, request, "folds of equal size within one row", string.Join(", ", sizes));
        }
    }

    public void Partition(SplitRequest request, IReadOnlyList<Split> splits)
    {
        var rows = Enumerable.Range(0, request.RowCount).ToArray();
        foreach (var split in splits)
        {
            Expect(split.Training.Concat(split.Test).Order().SequenceEqual(rows), request, "all rows in the two parts", "fewer");
        }

        if (Info.TestsEveryRow)
        {
            Expect(splits.SelectMany(split => split.Test).Order().SequenceEqual(rows), request, "every row tested once", "others");
        }
    }

    public static void GroupsTogether(SplitRequest request, IReadOnlyList<Split> splits)
    {
        foreach (var split in splits)
        {
            var training = split.Training.Select(request.Groups!.Format).ToHashSet();
            Expect(!split.Test.Select(request.Groups.Format).Any(training.Contains), request, "no group on both sides", "one that is");
        }
    }

    public static void NoFuture(SplitRequest request, IReadOnlyList<Split> splits)
    {
        var times = ((TimeColumn)request.Times!).Values;
        foreach (var split in splits)
        {
            Expect(split.Training.Max(times.At) < split.Test.Min(times.At), request, "all of training older than all of the test", "other");
        }
    }

    public static void ClassShares(SplitRequest request, IReadOnlyList<Split> splits)
    {
        var codes = ((CategoryColumn)request.Target!).Codes;
        var all = Enumerable.Range(0, request.RowCount).CountBy(codes.At).ToArray();
        foreach (var split in splits)
        {
            var counts = split.Test.CountBy(codes.At).ToDictionary();
            foreach (var (code, rows) in all)
            {
                var expected = (double)rows * split.Test.Length / request.RowCount;
                var found = counts.GetValueOrDefault(code);
                Expect(Math.Abs(found - expected) < 1 + 1e-9, request, FormattableString.Invariant($"{expected} rows of class {code}, within one"), $"{found}");
            }
        }
    }

    public void SameSeed(SplitRequest request, IReadOnlyList<Split> splits) =>
        Expect(Same(splits, splitter.Split(request)), request, "the same split again", "another");

    public void OtherSeed(SplitRequest request) =>
        Expect(!Same(splitter.Split(request), splitter.Split(request with { Seed = request.Seed + 1 })), request, "another split for another seed", "the same");

    public void ManyThreads(SplitRequest request)
    {
        var expected = splitter.Split(request);
        EightThreads.Run(_ => Expect(Same(expected, splitter.Split(request)), request, "the same split from every thread", "another"));
    }

    public void Cultures(SplitRequest request)
    {
        var expected = splitter.Split(request);
        OtherCultures.Run(culture => Expect(Same(expected, splitter.Split(request)), request, $"the same split in culture {culture}", "another"));
    }

    public void Refuses(SplitRequest request, string named)
    {
        try
        {
            splitter.Split(request);
        }
        catch (OptionsException error) when (error.Message.Contains(named, StringComparison.Ordinal))
        {
            return;
        }

        throw new ContractException($"expected an OptionsException that names '{named}' for {request}, found a split.");
    }

    private static bool Ascends(int[] rows) => rows.Zip(rows.Skip(1)).All(pair => pair.First < pair.Second);

    private static bool Same(IReadOnlyList<Split> one, IReadOnlyList<Split> other) =>
        one.Zip(other).All(pair => pair.First.Training.SequenceEqual(pair.Second.Training) && pair.First.Test.SequenceEqual(pair.Second.Test));

    private static void Expect(bool holds, SplitRequest request, string expected, string found)
    {
        if (!holds)
        {
            throw new ContractException($"{request.RowCount} rows, {request.Folds} folds, seed {request.Seed}: expected {expected}, found {found}.");
        }
    }
}
