using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Tests.Data;
using Modelwright.Learners.Trees;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Tests.Trees;

public sealed class ForestTests
{
    private static readonly ParameterValues OneTree = ParameterValues.Default.With("trees", 1).With("bootstrap", "no").With("max_features", 1);

    [Fact]
    public void Fit_OneTreeOnAllRows_SplitsHalfWayAndAnswersTheMeans()
    {
        var data = Numbers([1, 2, 3, 10, 11, 12], [5, 5, 5, 9, 9, 9]);
        var form = Assert.IsType<NumberTreesForm>(new RandomForestLearner().Fit(data, OneTree, new FitContext()).Form);
        var tree = Assert.Single(form.Ensemble.Trees);
        Assert.Equal([6.5], tree.Threshold);
        Assert.Equal([5, 5, 9, 9], Answers.Numbers(form, Rows([2, 6.5, 6.6, 100])));
    }

    [Fact]
    public void Fit_MissingSaysTheAnswer_MissingGoesItsOwnWay()
    {
        var data = Numbers([1, double.NaN, 3, double.NaN, 5, double.NaN], [1, 7, 1, 7, 1, 7]);
        var form = new RandomForestLearner().Fit(data, OneTree, new FitContext()).Form;
        Assert.Equal([7, 1, 1], Answers.Numbers(form, Rows([double.NaN, -100, 100])));
    }

    [Fact]
    public void Fit_CategoryOfAlternatingAnswers_OneSplitSeparatesThem()
    {
        int[] codes = [.. Enumerable.Range(0, 60).Select(row => row % 6)];
        var features = new Table([new CategoryColumn("kind", ["a", "b", "c", "d", "e", "f"], codes)]);
        var target = new CategoryColumn("answer", ["no", "yes"], [.. codes.Select(code => code % 2)]);
        var form = Assert.IsType<ClassTreesForm>(new RandomForestLearner().Fit(new(LearningTask.Classification, features) { Target = target }, OneTree, new FitContext()).Form);
        Assert.Equal(1, form.Ensemble.Trees[0].NodeCount);
        double[] sure = [1 - (0.25 / 61), 0.25 / 61];
        double[] expected = [.. codes.SelectMany(code => code % 2 == 1 ? sure.Reverse() : sure)];
        Assert.All(Answers.Probabilities(form, features).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void Fit_LevelPerRow_LearnsNothingFromIt()
    {
        const int Count = 300;
        var random = new Random(1);
        string[] levels = [.. Enumerable.Range(0, Count).Select(row => $"id {row}")];
        var features = new Table([new CategoryColumn("id", levels, [.. Enumerable.Range(0, Count)]), new NumberColumn("x", [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble())])]);
        var target = new CategoryColumn("answer", ["no", "yes"], [.. Enumerable.Range(0, Count).Select(_ => random.Next(2))]);
        var form = Assert.IsType<ClassTreesForm>(new RandomForestLearner().Fit(new(LearningTask.Classification, features) { Target = target }, ParameterValues.Default, new FitContext()).Form);
        Assert.All(form.Ensemble.Trees, tree => Assert.DoesNotContain(0, tree.Feature));
    }

    [Fact]
    public void Fit_ManyDifferentNumbers_CutInto255Bins()
    {
        var column = NumberBins.Of(new NumberColumn("x", [.. Enumerable.Range(0, 10_000).Select(row => Math.Sqrt(row)), double.NaN]));
        Assert.Equal(BinnedColumn.Most, column.Count);
        Assert.Equal(BinnedColumn.Missing, column.Bins[^1]);
        Assert.All(Enumerable.Range(0, 10_000), row => Assert.InRange(Math.Sqrt(row), column.Low[column.Bins[row]], column.High[column.Bins[row]]));
    }

    [Fact]
    public void Fit_DeadlineAfterSomeTrees_SaysSoAndKeepsThem()
    {
        var random = new Random(2);
        var data = Numbers([.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())], [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble())]);
        var clock = new SteppingClock();
        var fitted = new ExtraTreesLearner().Fit(data, ParameterValues.Default, new FitContext { Time = clock, Deadline = 4 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal("trees=4", fitted.Report.Decided.ToString());
        Assert.Equal(["The deadline came after 4 of 200 trees. Give the fit more time, or ask for fewer trees."], fitted.Report.Warnings);
    }

    [Fact]
    public void Fit_CancelledFromAnotherThread_EndsAtOnce()
    {
        var random = new Random(3);
        var data = Numbers([.. Enumerable.Range(0, 20_000).Select(_ => random.NextDouble())], [.. Enumerable.Range(0, 20_000).Select(_ => random.NextDouble())]);
        using var source = new CancellationTokenSource();
        var context = new FitContext { Threads = 2, Cancellation = source.Token, Progress = _ => source.Cancel() };
        Assert.Throws<OperationCanceledException>(() => new RandomForestLearner().Fit(data, ParameterValues.Default.With("trees", 500), context));
    }

    [Fact]
    public void Fit_ClassThatNoTreeMetInALeaf_IsNotHeldImpossible()
    {
        var features = Rows([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        var target = new CategoryColumn("answer", ["a", "b", "c"], [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        var form = new RandomForestLearner().Fit(new(LearningTask.Classification, features) { Target = target }, OneTree, new FitContext()).Form;
        Assert.All(Answers.Probabilities(form, features), share => Assert.InRange(share, 0.5 / 10 / 3, 1 - (0.9 / 10 / 3)));
        Assert.Equal(1, Answers.Probabilities(form, Rows([1])).Sum(), 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_ForestLargerThanAsked_LeavesGrowUntilItIsNot(int threads)
    {
        var data = Noise(3000);
        var values = ParameterValues.Default.With("trees", 20).With("max_megabytes", 0.2);
        var fitted = new RandomForestLearner().Fit(data, values, new FitContext { Threads = threads });
        var free = new RandomForestLearner().Fit(data, values.With("max_megabytes", 1000), new FitContext());
        Assert.InRange(free.Form.Info.Bytes, 1_000_000, 10_000_000);
        Assert.InRange(fitted.Form.Info.Bytes, 100_000, 210_000);
        Assert.Equal(FitEnd.Finished, fitted.Report.End);
        var leaf = int.Parse(fitted.Report.Decided.Texts["min_samples_leaf"], CultureInfo.InvariantCulture);
        Assert.InRange(leaf, 5, 30);
        var plain = new RandomForestLearner().Fit(data, values.With("max_megabytes", 1000).With("min_samples_leaf", leaf), new FitContext());
        Assert.Equal(Answers.Numbers(plain.Form, data.Features), Answers.Numbers(fitted.Form, data.Features));
    }

    [Fact]
    public void Fit_LargerThanAskedAndLate_KeepsOneTreeThatDecidedRepeats()
    {
        var data = Noise(500);
        var values = ParameterValues.Default.With("trees", 50).With("max_megabytes", 0.1);
        var fitted = new RandomForestLearner().Fit(data, values, new FitContext { Time = new SteppingClock(), Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal("max_megabytes=10000, trees=1", fitted.Report.Decided.ToString());
        var again = new RandomForestLearner().Fit(data, fitted.Report.Decided, new FitContext());
        Assert.Equal(Answers.Numbers(again.Form, data.Features), Answers.Numbers(fitted.Form, data.Features));
    }

    [Fact]
    public void Recommend_AnyShape_AsksForASizeAndNotForTheLeavesThatWouldMakeIt()
    {
        var shape = new DataShape(LearningTask.Classification, 500_000, 50, 0, 100);
        Assert.All(new ExtraTreesLearner().Recommend(shape), values => Assert.Equal("40", values.Texts["max_megabytes"]));
        Assert.All(new ExtraTreesLearner().Recommend(shape with { Bytes = 12.34e6 }), values => Assert.Equal("12.3", values.Texts["max_megabytes"]));
        Assert.All(new ExtraTreesLearner().Recommend(shape with { Bytes = 0 }), values => Assert.Equal("0.1", values.Texts["max_megabytes"]));
        Assert.Equal("1", new ExtraTreesLearner().Recommend(shape)[0].Texts["min_samples_leaf"]);
    }

    [Theory]
    [InlineData("regression", 1, 100_000, "50")]
    [InlineData("regression", 1, 1_000, "100")]
    [InlineData("classification", 3, 100_000, "100")]
    public void Recommend_WhereTheSizeBinds_FewerTreesForNumbers(string task, int outputs, int rows, string trees)
    {
        var shape = new DataShape(LearningTask.Named(task)!, rows, 10, 0, outputs);
        Assert.All(new RandomForestLearner().Recommend(shape).Take(2), values => Assert.Equal(trees, values.Texts["trees"]));
    }

    private static Table Rows(double[] values) => new([new NumberColumn("x", values)]);

    private static TrainingSet Noise(int rows)
    {
        var random = new Random(4);
        double[] Draw() => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
        return new(LearningTask.Regression, new([new NumberColumn("x", Draw()), new NumberColumn("z", Draw())])) { Target = new NumberColumn("y", Draw()) };
    }

    private static TrainingSet Numbers(double[] values, double[] target) =>
        new(LearningTask.Regression, Rows(values)) { Target = new NumberColumn("y", target) };

    /// <summary>Moves on by one at each look.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}
