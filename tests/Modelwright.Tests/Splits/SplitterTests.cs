using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Splits;

namespace Modelwright.Tests.Splits;

public sealed class SplitterTests
{
    [Fact]
    public void Get_Typo_SuggestsNearest()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("kfold"));
        Assert.Equal(
            "Splitter 'kfold' is not known. Did you mean 'k_fold'? There are: k_fold, stratified, grouped, stratified_grouped, "
            + "repeated_k_fold, repeated_stratified, repeated_grouped, repeated_stratified_grouped, leave_one_out, leave_one_group_out, "
            + "time_forward, holdout, grouped_holdout, time_holdout.",
            error.Message);
    }

    [Fact]
    public void Split_MoreFoldsThanRows_SaysHowMany()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("k_fold").Split(new(7) { Folds = 10 }));
        Assert.Equal("Splitter 'k_fold' cannot make 10 folds of 7 rows. Ask for 2 to 7 folds, or bring more rows.", error.Message);
    }

    [Fact]
    public void Split_TwoFaults_SaysBoth()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("stratified").Split(new(7) { Folds = 1 }));
        Assert.Equal(
            "Folds must be 2 or more. Got 1. Five folds are usual.\n"
            + "Splitter 'stratified' needs Target. Give one column the role, or choose another splitter.",
            error.Message);
    }

    [Fact]
    public void Split_FewGroups_NamesTheColumn()
    {
        var request = new SplitRequest(4) { Groups = CategoryColumn.FromTexts("patient", ["a", "a", "b", "b"]), Folds = 3 };
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("grouped").Split(request));
        Assert.Equal("Splitter 'grouped' cannot make 3 folds of 2 groups in column 'patient'. Ask for 2 folds, or bring more rows.", error.Message);
    }

    [Fact]
    public void Split_TextTimes_SaysToReadThem()
    {
        var request = new SplitRequest(2) { Times = new TextColumn("day", ["x", "y"]) };
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("time_holdout").Split(request));
        Assert.Equal("Column 'day' (Times) is of type text. Rows are ordered by times or numbers; read the column as a time.", error.Message);
    }

    [Fact]
    public void Split_OtherLength_SaysHowMany()
    {
        var request = new SplitRequest(5) { Target = new NumberColumn("price", [1, 2]) };
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("holdout").Split(request));
        Assert.Equal("Column 'price' (Target) has 2 rows, the request 5. Give one value a row.", error.Message);
    }

    [Fact]
    public void Split_HoldoutOfOneRow_SaysSo()
    {
        var error = Assert.Throws<OptionsException>(() => BuiltInSplitters.Get("holdout").Split(new(1) { TestShare = 2 }));
        Assert.Equal(
            "TestShare must be above 0 and below 1. Got 2. 0.2 keeps one row in five for the test.\n"
            + "Splitter 'holdout' needs at least 2 rows, one to train and one to test. There is 1. Bring more rows.",
            error.Message);
    }

    [Fact]
    public void Split_TimeForward_ByHand()
    {
        var request = new SplitRequest(8) { Times = new NumberColumn("year", [5, 1, 2, 2, 3, 4, 6, -1]), Folds = 3 };
        var splits = BuiltInSplitters.Get("time_forward").Split(request);
        Assert.Equal([1, 7], splits[0].Training);
        Assert.Equal([2, 3], splits[0].Test);
        Assert.Equal([1, 2, 3, 7], splits[1].Training);
        Assert.Equal([4, 5], splits[1].Test);
        Assert.Equal([0, 6], splits[2].Test);
    }

    [Fact]
    public void Split_TimeForwardLongMoment_StaysWhole()
    {
        double[] times = [.. Enumerable.Repeat(1.0, 50), 2, 3, 4];
        var splits = BuiltInSplitters.Get("time_forward").Split(new(53) { Times = new NumberColumn("day", times), Folds = 3 });
        Assert.Equal([50, 51, 52], splits.Select(split => split.Training.Length));
        Assert.All(splits, split => Assert.Single(split.Test));
    }

    [Fact]
    public void Split_TimeHoldoutTies_StayOnOneSide()
    {
        var request = new SplitRequest(6) { Times = new NumberColumn("day", [1, 1, 2, 2, 2, 2]), TestShare = 0.2 };
        Assert.Equal([2, 3, 4, 5], BuiltInSplitters.Get("time_holdout").Split(request)[0].Test);
    }

    [Fact]
    public void Split_TimeWithoutValue_CountsAsOldest()
    {
        var request = new SplitRequest(4) { Times = new NumberColumn("day", [3, double.NaN, -5, 4]), TestShare = 0.5 };
        Assert.Equal([1, 2], BuiltInSplitters.Get("time_holdout").Split(request)[0].Training);
    }

    [Fact]
    public void Split_RareClass_GoesAsFarAsItReaches()
    {
        var target = CategoryColumn.FromTexts("c", [.. Enumerable.Repeat("a", 18), "b", "b"]);
        var splits = BuiltInSplitters.Get("stratified").Split(new(20) { Target = target, Folds = 5 });
        Assert.Equal([0, 0, 0, 1, 1], splits.Select(split => split.Test.Count(row => row >= 18)).Order());
    }

    [Fact]
    public void Split_StratifiedNumbers_FoldsHaveLikeMeans()
    {
        var random = new Random(4);
        var target = new NumberColumn("y", [.. Enumerable.Range(0, 100).Select(_ => Math.Exp(3 * random.NextDouble()))]);
        var means = BuiltInSplitters.Get("stratified").Split(new(100) { Target = target }).Select(split => split.Test.Average(target.Values.At)).ToArray();
        Assert.True(means.Max() / means.Min() < 1.1, string.Join(' ', means));
    }

    [Fact]
    public void Split_StratifiedGrouped_ClassesAreEven()
    {
        var random = new Random(4);
        var groups = Enumerable.Range(0, 600).Select(_ => random.Next(100)).ToArray();
        var target = CategoryColumn.FromTexts("c", [.. groups.Select(group => group % 5 == 0 ? "rare" : "usual")]);
        var request = new SplitRequest(600) { Target = target, Groups = new NumberColumn("g", Array.ConvertAll(groups, group => (double)group)) };
        var shares = BuiltInSplitters.Get("stratified_grouped").Split(request)
            .Select(split => split.Test.Average(row => target.Codes.At(row) == 0 ? 1.0 : 0)).ToArray();
        Assert.True(shares.Max() - shares.Min() < 0.05, string.Join(' ', shares));
    }

    [Theory]
    [InlineData(ColumnRole.Time, "classification", "time_forward", "time_holdout")]
    [InlineData(ColumnRole.Group, "classification", "stratified_grouped", "grouped_holdout")]
    [InlineData(ColumnRole.Group, "regression", "grouped", "grouped_holdout")]
    [InlineData(ColumnRole.Feature, "classification", "stratified", "holdout")]
    [InlineData(ColumnRole.Feature, "regression", "k_fold", "holdout")]
    public void For_Roles_PicksTheSplitter(ColumnRole role, string task, string folds, string holdout)
    {
        var schema = new Schema([new("a", ColumnType.Number), new("b", ColumnType.Time, role)]);
        Assert.Equal(folds, SplitterChoice.For(schema, LearningTask.Named(task)!).Info.Name);
        Assert.Equal(holdout, SplitterChoice.HoldoutFor(schema).Info.Name);
    }

    [Fact]
    public void Split_AnyClassesAndFolds_SharesWithinOneRow() =>
        Gen.Select(Gen.Int[0, 4].Array[5, 200], Gen.Int[2, 5], Gen.Int).Sample((codes, folds, seed) =>
        {
            var target = new CategoryColumn("c", ["a", "b", "c", "d", "e"], codes);
            foreach (var split in BuiltInSplitters.Get("stratified").Split(new(codes.Length) { Target = target, Folds = folds, Seed = seed }))
            {
                for (var code = 0; code < 5; code++)
                {
                    var expected = (double)codes.Count(other => other == code) / folds;
                    Assert.InRange(split.Test.Count(row => codes[row] == code), Math.Floor(expected), Math.Ceiling(expected));
                }
            }
        });

    [Fact]
    public void Split_AnyTimes_NoFutureInTraining() =>
        Gen.Select(Gen.Int[0, 30].Array[3, 100], Gen.Int[2, 6]).Sample((times, folds) =>
        {
            if (times.Distinct().Count() <= folds)
            {
                return;
            }

            var column = new NumberColumn("t", Array.ConvertAll(times, time => (double)time));
            var splits = BuiltInSplitters.Get("time_forward").Split(new(times.Length) { Times = column, Folds = folds });
            Assert.All(splits, split => Assert.True(split.Training.Max(row => times[row]) < split.Test.Min(row => times[row])));
            Assert.Equal(times.Length, splits[0].Training.Length + splits.Sum(split => split.Test.Length));
        });
}
