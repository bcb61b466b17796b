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

    public void Disjoint(SplitRequest request, IReadOnlyList<Split> splits)
    {
        foreach (var split in splits)
        {
            Expect(split.Training.Length > 0 && split.Test.Length > 0, request, "rows on both sides", "an empty part");
            Expect(Ascends(split.Training) && Ascends(split.Test), request, "positions that ascend", "others");
            Expect(!split.Training.Intersect(split.Test).Any(), request, "no row on both sides", "one that is");
            Expect(split.Training.Concat(split.Test).All(row => row >= 0 && row < request.RowCount), request, "rows of the request", "others");
        }

        var most = Info.IsRepeated ? request.Repeats : 1;
        Expect(splits.SelectMany(split => split.Test).CountBy(row => row).All(row => row.Value <= most), request, $"each row tested {most} times at most", "one tested more often");
    }

    public void Count(SplitRequest request, IReadOnlyList<Split> splits)
    {
        var expected = Info.IsHoldout ? 1
            : Info.IsExhaustive ? (Info.KeepsGroupsTogether ? Enumerable.Range(0, request.RowCount).Select(request.Groups!.Format).Distinct().Count() : request.RowCount)
            : Info.IsRepeated ? request.Folds * request.Repeats
            : request.Folds;
        Expect(splits.Count == expected, request, "as many splits as asked", $"{splits.Count}");
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
            var times = Info.IsRepeated ? request.Repeats : 1;
            Expect(splits.SelectMany(split => split.Test).Order().SequenceEqual(rows.SelectMany(row => Enumerable.Repeat(row, times))), request, $"every row tested {times} times", "others");
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

    public static void RepeatsDiffer(SplitRequest request, IReadOnlyList<Split> splits)
    {
        var rounds = splits.Chunk(request.Folds).ToArray();
        Expect(rounds.Skip(1).All(round => !Same(rounds[0], round)), request, "other folds in each repeat", "the same");
    }

    public void Distance(SplitRequest request, TimeGap gap, TimeGap embargo)
    {
        var apart = splitter.Split(request with { Gap = gap, Embargo = embargo });
        var near = splitter.Split(request);
        Expect(apart.Count == near.Count, request, "as many splits as without a distance", $"{apart.Count}");
        foreach (var (some, all) in apart.Zip(near))
        {
            Expect(!some.Training.Except(all.Training).Any() && !some.Test.Except(all.Test).Any(), request, "rows of the same sides", "others");
            var (last, first, start) = (some.Training.Max(Time), all.Test.Min(Time), some.Test.Min(Time));
            Expect(first - last >= gap.Amount, request, "training that ends the gap before the test", "nearer");
            Expect(start - last >= embargo.Amount, request, "a test that begins the embargo after training", "nearer");
            Expect(all.Training.Except(some.Training).All(row => first - Time(row) < gap.Amount), request, "only near rows out of training", "others");
            Expect(all.Test.Except(some.Test).All(row => Time(row) - last < embargo.Amount), request, "only near rows out of the test", "others");
        }

        double Time(int row) => ((TimeColumn)request.Times!).Values.At(row);
    }

    public void DistanceInRows(SplitRequest request)
    {
        foreach (var (some, all) in splitter.Split(request with { Gap = new(3, TimeGapUnit.Rows) }).Zip(splitter.Split(request)))
        {
            Expect(all.Training.Length - some.Training.Length >= 3 && some.Test.SequenceEqual(all.Test), request, "3 rows or more out of training", $"{all.Training.Length - some.Training.Length}");
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
