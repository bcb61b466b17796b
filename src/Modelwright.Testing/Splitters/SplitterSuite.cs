using Modelwright.Splits;

namespace Modelwright.Testing.Splitters;

/// <summary>What every splitter is put through.</summary>
public static class SplitterSuite
{
    private static readonly int[] Sizes = [12, 57, 400];

    private static readonly int[] FoldCounts = [2, 3, 5];

    /// <summary>The checks for one splitter.</summary>
    /// <param name="splitter">The splitter.</param>
    /// <returns>Checks in order.</returns>
    public static IEnumerable<ContractCheck> Checks(ISplitter splitter)
    {
        ArgumentNullException.ThrowIfNull(splitter);
        var subject = new SplitterSubject(splitter);
        yield return subject.Check("Split_Any_PartsAreDisjointAndAscend", () => subject.ForEach(Requests(), subject.Disjoint));
        yield return subject.Check("Split_Any_CountIsAsAsked", () => subject.ForEach(Requests(), subject.Count));
        if (splitter.Info.TestsEveryRow || splitter.Info.IsHoldout)
        {
            yield return subject.Check("Split_Any_PartsPartitionTheRows", () => subject.ForEach(Requests(), subject.Partition));
        }

        if (splitter.Info.KeepsGroupsTogether)
        {
            yield return subject.Check("Split_Groups_NoneOnBothSides", () => subject.ForEach(Requests(), SplitterSubject.GroupsTogether));
            yield return subject.Check("Split_NoGroups_SaysWhatIsMissing", () => subject.Refuses(new SplitRequest(20) { Target = SplitterSamples.Target(20, 1) }, "Groups"));
            yield return subject.Check("Split_OneGroup_SaysSo", () => subject.Refuses(SplitterSamples.OneValue(20), "group"));
        }

        if (splitter.Info.KeepsTimeOrder)
        {
            yield return subject.Check("Split_Times_NoFutureInTraining", () => subject.ForEach(Requests(), SplitterSubject.NoFuture));
            yield return subject.Check("Split_NoTimes_SaysWhatIsMissing", () => subject.Refuses(new SplitRequest(20), "Times"));
            yield return subject.Check("Split_GapAndEmbargo_KeepTheDistance", () => subject.Distance(SplitterSamples.Request(400, 3, 1), new(4 * TimeSpan.TicksPerDay, TimeGapUnit.Ticks), new(6 * TimeSpan.TicksPerDay, TimeGapUnit.Ticks)));
            yield return subject.Check("Split_GapInRows_LeavesThemOut", () => subject.DistanceInRows(SplitterSamples.Request(400, 3, 1)));
            yield return subject.Check("Split_GapLongerThanThePast_SaysSo", () => subject.Refuses(SplitterSamples.Request(57, 3, 1) with { Gap = new(10_000, TimeGapUnit.Rows) }, "gap"));
            yield return subject.Check("Split_OneTime_SaysSo", () => subject.Refuses(SplitterSamples.OneValue(20), "when"));
        }

        if (splitter.Info.IsRepeated)
        {
            yield return subject.Check("Split_Repeats_AreOthers", () => SplitterSubject.RepeatsDiffer(SplitterSamples.Request(400, 3, 1) with { Repeats = 3 }, splitter.Split(SplitterSamples.Request(400, 3, 1) with { Repeats = 3 })));
            yield return subject.Check("Split_NoRepeats_SaysRange", () => subject.Refuses(SplitterSamples.Request(400, 3, 1) with { Repeats = 0 }, "Repeats"));
        }

        if (splitter.Info.KeepsClassShares)
        {
            yield return subject.Check("Split_Classes_SharesWithinOneRow", () => subject.ForEach(Requests(), SplitterSubject.ClassShares));
        }

        yield return subject.Check("Split_SameSeed_SameSplit", () => subject.ForEach(Requests(), subject.SameSeed));
        if (splitter.Info is { KeepsTimeOrder: false, IsExhaustive: false })
        {
            yield return subject.Check("Split_OtherSeed_OtherSplit", () => subject.OtherSeed(SplitterSamples.Request(400, 3, 1)));
        }

        yield return subject.Check("Split_EightThreads_SameSplit", () => subject.ManyThreads(SplitterSamples.Request(400, 3, 1)));
        yield return subject.Check("Split_OtherCulture_SameSplit", () => subject.Cultures(SplitterSamples.Request(400, 3, 1)));
        yield return subject.Check("Split_MissingValues_Placed", () => subject.ForEach(Requests().Select(SplitterSamples.WithMissing), subject.Disjoint));
        yield return subject.Check("Split_NoRows_SaysSo", () => subject.Refuses(SplitterSamples.Request(0, 2, 1), ""));
        if (!splitter.Info.IsExhaustive)
        {
            yield return subject.Check("Split_WrongSettings_SaysRange", () => Settings(subject));
        }
    }

    private static IEnumerable<SplitRequest> Requests() =>
        from rows in Sizes
        from folds in FoldCounts
        from seed in (int[])[0, 7]
        select SplitterSamples.Request(rows, folds, seed);

    private static void Settings(SplitterSubject subject)
    {
        var request = SplitterSamples.Request(12, 2, 1);
        if (subject.Info.IsHoldout)
        {
            subject.Refuses(request with { TestShare = 0 }, "TestShare");
            subject.Refuses(request with { TestShare = 1 }, "TestShare");
            subject.Refuses(request with { TestShare = double.NaN }, "TestShare");
            return;
        }

        subject.Refuses(request with { Folds = 1 }, "Folds");
        subject.Refuses(request with { Folds = 100 }, "100 folds");
    }
}
