using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Splits;
using Modelwright.Testing.Splitters;

namespace Modelwright.Testing.Tests.Splitters;

/// <summary>A splitter that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenSplitterTests
{
    [Theory]
    [InlineData("k_fold", "twice", "Split_Any_PartsAreDisjointAndAscend Split_Any_PartsPartitionTheRows Split_MissingValues_Placed")]
    [InlineData("k_fold", "lost", "Split_Any_PartsPartitionTheRows")]
    [InlineData("k_fold", "turned", "Split_Any_PartsAreDisjointAndAscend Split_MissingValues_Placed")]
    [InlineData("k_fold", "fewer", "Split_Any_CountIsAsAsked Split_Any_PartsPartitionTheRows")]
    [InlineData("k_fold", "seedless", "Split_OtherSeed_OtherSplit")]
    [InlineData("k_fold", "drawn", "Split_SameSeed_SameSplit Split_EightThreads_SameSplit Split_OtherCulture_SameSplit")]
    [InlineData("k_fold", "culture", "Split_OtherCulture_SameSplit")]
    [InlineData("k_fold", "silent", "Split_WrongSettings_SaysRange")]
    [InlineData("k_fold", "rowless", "Split_NoRows_SaysSo")]
    [InlineData("stratified", "shares", "Split_Classes_SharesWithinOneRow")]
    [InlineData("grouped", "groups", "Split_Groups_NoneOnBothSides")]
    [InlineData("grouped", "unasked", "Split_NoGroups_SaysWhatIsMissing Split_OneGroup_SaysSo")]
    [InlineData("time_holdout", "future", "Split_Times_NoFutureInTraining Split_GapAndEmbargo_KeepTheDistance")]
    [InlineData("time_forward", "untimed", "Split_Times_NoFutureInTraining Split_GapAndEmbargo_KeepTheDistance Split_GapInRows_LeavesThemOut Split_GapLongerThanThePast_SaysSo")]
    [InlineData("time_forward", "near", "Split_GapAndEmbargo_KeepTheDistance Split_GapInRows_LeavesThemOut Split_GapLongerThanThePast_SaysSo")]
    [InlineData("time_holdout", "embargoless", "Split_GapAndEmbargo_KeepTheDistance")]
    [InlineData("repeated_k_fold", "same", "Split_Repeats_AreOthers Split_NoRepeats_SaysRange")]
    [InlineData("repeated_k_fold", "endless", "Split_NoRepeats_SaysRange")]
    [InlineData("leave_one_out", "lost", "Split_Any_PartsPartitionTheRows")]
    [InlineData("leave_one_group_out", "unasked", "Split_NoGroups_SaysWhatIsMissing Split_OneGroup_SaysSo")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string sound, string broken, string expected) =>
        Suite.Fails("Splitter", SplitterSuite.Checks(new BrokenSplitter(BuiltInSplitters.Get(sound), broken)), expected);

    [Fact]
    public void Checks_SoundSplitter_Hold() =>
        Suite.Holds(SplitterSuite.Checks(new BrokenSplitter(BuiltInSplitters.Get("stratified"), "nothing")));

    private sealed class BrokenSplitter(ISplitter sound, string broken) : ISplitter
    {
        private int _calls;

        public SplitterInfo Info => sound.Info;

        public IReadOnlyList<Split> Split(SplitRequest request) => broken switch
        {
            "twice" => [.. sound.Split(request).Select(split => split with { Training = [.. split.Training.Append(split.Test[0]).Order()] })],
            "lost" => [.. sound.Split(request).Select(split => split with { Training = split.Training[1..] })],
            "turned" => [.. sound.Split(request).Select(split => split with { Test = [.. split.Test.Reverse()] })],
            "fewer" => [.. sound.Split(request).Skip(1)],
            "seedless" => sound.Split(request with { Seed = 0 }),
            "near" => sound.Split(request with { Gap = null }),
            "embargoless" => sound.Split(request with { Embargo = null }),
            "same" => [.. Enumerable.Repeat(sound.Split(request with { Repeats = 1 }), Math.Max(1, request.Repeats)).SelectMany(splits => splits)],
            "endless" => sound.Split(request with { Repeats = Math.Max(1, request.Repeats) }),
            "culture" when CultureInfo.CurrentCulture.Name == "tr-TR" => sound.Split(request with { Seed = 99 }),
            "drawn" => sound.Split(request with { Seed = Interlocked.Increment(ref _calls) }),
            "silent" => Silent(request),
            "rowless" => request.RowCount == 0 ? [] : sound.Split(request),
            "shares" => BuiltInSplitters.Get("k_fold").Split(request),
            "groups" => Torn(request),
            "unasked" => BuiltInSplitters.Get(HasTwo(request.Groups) ? sound.Info.Name : "k_fold").Split(request),
            "untimed" => BuiltInSplitters.Get(HasTwo(request.Times) ? "k_fold" : sound.Info.Name).Split(request),
            "future" => [.. sound.Split(request).Select(split => new Split([.. split.Training.SkipLast(1).Append(split.Test[^1]).Order()], [.. split.Test.SkipLast(1).Append(split.Training[^1]).Order()]))],
            _ => sound.Split(request),
        };

        private static bool HasTwo(Column? column) =>
            column is not null && Enumerable.Range(0, column.RowCount).Select(column.Format).Distinct().Count() > 1;

        private IReadOnlyList<Split> Silent(SplitRequest request)
        {
            try
            {
                return sound.Split(request);
            }
            catch (OptionsException) when (request.RowCount > 0)
            {
                throw new OptionsException("No.");
            }
        }

        /// <summary>Two rows of one group go to two sides, where the rows of both are not alone.</summary>
        private IReadOnlyList<Split> Torn(SplitRequest request)
        {
            var folds = new int[request.RowCount];
            var splits = sound.Split(request);
            for (var fold = 0; fold < splits.Count; fold++)
            {
                foreach (var row in splits[fold].Test)
                {
                    folds[row] = fold;
                }
            }

            folds[^1] = (folds[^1] + 1) % splits.Count;
            var rows = Enumerable.Range(0, folds.Length);
            return [.. Enumerable.Range(0, splits.Count).Select(fold => new Split([.. rows.Where(row => folds[row] != fold)], [.. rows.Where(row => folds[row] == fold)]))];
        }
    }
}
