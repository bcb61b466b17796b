using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Tests.Data;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.LightGbm.Tests.Boosting;

public sealed class BoostingLearnerTests
{
    private static readonly ILearner Learner = LightGbmLearners.All[0];

    [Fact]
    public void AddLightGbm_EmptyCatalog_HoldsTheLearner() =>
        Assert.Equal("lightgbm", new LearnerCatalog().AddLightGbm().Get("lightgbm").Info.Name);

    [Fact]
    public void Fit_ValidationRows_StopsEarlyAndDecidesTheBestRound()
    {
        Native.Need();
        var data = Toys.Binary(600).With(300);
        var fitted = Learner.Fit(data, ParameterValues.Default.With("rounds", 2_000).With("patience", 20).With("learning_rate", 0.2), new() { Seed = 1 });
        Assert.Equal(FitEnd.StoppedEarly, fitted.Report.End);
        var rounds = Rounds(fitted);
        Assert.InRange(rounds, 5, 400);
        Assert.Equal(rounds, ((ClassTreesForm)fitted.Form).Ensemble.Trees.Count);

        var again = Learner.Fit(data with { Validation = null }, fitted.Report.Decided, new() { Seed = 1 });
        Assert.Equal(Toys.Answers(fitted.Form, data.Features), Toys.Answers(again.Form, data.Features));
        Assert.True(Loss(fitted.Form, data.Validation!) <= Loss(LongerThan(data, rounds), data.Validation!));
    }

    [Fact]
    public void Fit_ColumnsMostlyOfOneOtherValue_FreesItsSampleOnce()
    {
        // For such columns the native library swaps row lists of its own into the sample; freeing those ended the process.
        Native.Need();
        var random = new Random(1);
        var columns = Enumerable.Range(0, 20).Select(column => new NumberColumn($"c{column}", [.. Enumerable.Range(0, 500).Select(_ => random.Next(10) switch { 0 => 0.0, 1 => 2, _ => 1 })]));
        var data = new TrainingSet(LearningTask.Regression, new Table([.. columns])) { Target = new NumberColumn("y", [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble())]) };
        for (var fit = 0; fit < 20; fit++)
        {
            Learner.Fit(data, ParameterValues.Default.With("rounds", 2), new() { Seed = fit });
        }
    }

    [Fact]
    public void Fit_DeadlineInThePast_MakesOneRoundAndSaysSo()
    {
        Native.Need();
        var fitted = Learner.Fit(Toys.Multiclass(500), ParameterValues.Default, new() { Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.Equal(1, Rounds(fitted));
        Assert.Equal("The deadline came after 1 of at most 200 rounds. Give more time, or raise learning_rate.", Assert.Single(fitted.Report.Warnings));
    }

    [Fact]
    public void Fit_RoundThatWouldEndLate_IsNotBegun()
    {
        Native.Need();

        // A look at the clock takes 10 ticks: two looks a round measure each as 10, and the third round would end past 75.
        var clock = new SteppingClock(10);
        var fitted = Learner.Fit(Toys.Regression(400), ParameterValues.Default, new() { Time = clock, Deadline = 75 });
        Assert.Equal(FitEnd.Deadline, fitted.Report.End);
        Assert.True(clock.Now <= 75 + 10, $"stopped at {clock.Now}");
    }

    [Fact]
    public void Fit_BinsOfAnEarlierFit_ChangeNothing()
    {
        Native.Need();
        var values = ParameterValues.Default.With("rounds", 20);
        var data = Toys.Multiclass(2_000).With(500);
        var fresh = Toys.Answers(Learner.Fit(Toys.Multiclass(2_000).With(500), values, new()).Form, data.Features);
        double[] weights = [.. Enumerable.Range(0, 2_000).Select(row => row % 3.0)];
        Learner.Fit(data with { Weights = weights }, values.With("max_bin", 15), new());
        Assert.Equal(fresh, Toys.Answers(Learner.Fit(data, values, new()).Form, data.Features));
        Learner.Fit(data with { Target = Toys.Multiclass(2_000, 5).Target, Validation = Toys.Multiclass(300, 6) }, values, new());
        Assert.Equal(fresh, Toys.Answers(Learner.Fit(data, values, new()).Form, data.Features));
    }

    [Fact]
    public void Fit_SmallChangesOnALargeOffset_AreLearned()
    {
        Native.Need();
        var data = Toys.Regression(2_000);
        var offset = data with { Target = new NumberColumn("target", [.. Targets(data).Select(value => 1e10 + value)]) };
        var near = Toys.Answers(Learner.Fit(data, ParameterValues.Default, new()).Form, data.Features);
        var far = Toys.Answers(Learner.Fit(offset, ParameterValues.Default, new()).Form, data.Features);

        // The target's deviation is 5; held in single precision beside the offset it would move in steps of 1,024.
        Assert.InRange(near.Zip(far).Average(pair => Math.Abs(pair.Second - 1e10 - pair.First)), 0, 0.1);
    }

    [Fact]
    public void Fit_ManyColumnsFewRows_GivesSoundAnswers()
    {
        Native.Need();
        var random = new Random(2);
        Column[] columns = [.. Enumerable.Range(0, 3_000).Select(column => new NumberColumn($"word {column}", [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble() < 0.02 ? 1.0 : 0)]))];
        var data = new TrainingSet(LearningTask.Classification, new(columns)) { Target = new CategoryColumn("target", ["a", "b"], [.. Enumerable.Range(0, 300).Select(row => row % 2)]) };
        var answers = Toys.Answers(Learner.Fit(data, ParameterValues.Default.With("rounds", 10), new()).Form, data.Features);
        Assert.All(answers, answer => Assert.InRange(answer, 0, 1));
    }

    [Fact]
    public void Fit_UnusableData_ListsAllFaults()
    {
        Native.Need();
        Table table = new([new TextColumn("notes", ["x", "y"]), new NumberColumn("a", [1.0, 2])]);
        var data = new TrainingSet(LearningTask.Classification, table) { Target = new CategoryColumn("plan", ["basic"], [0, 0]), Weights = [1, -2] };
        var fault = Assert.Throws<DataException>(() => Learner.Fit(data, ParameterValues.Default, new()));
        Assert.Equal(
            "Column 'notes' is of type Text; learner 'lightgbm' takes Number and Category. Turn it into one of these with a step, or leave it out.\n" +
            "The weight of row 2 is -2. Give every row a finite weight of 0 or more.\n" +
            "Target 'plan' has only the class 'basic'. Give rows of at least two classes.",
            fault.Message);
    }

    [Fact]
    public void Fit_ValidationRowsOfWhichNoneCounts_AsWithoutThem()
    {
        Native.Need();
        var data = Toys.Multiclass(600);
        var values = ParameterValues.Default.With("rounds", 30).With("patience", 5);
        var plain = Learner.Fit(data, values, new());
        var weightless = Learner.Fit(data with { Validation = Toys.Multiclass(100, 3) with { Weights = new double[100] } }, values, new());
        var unknown = Learner.Fit(data with { Validation = Toys.Multiclass(100, 3) with { Target = CategoryColumn.FromTexts("target", [.. Enumerable.Repeat("other", 100)]) } }, values, new());
        Assert.Equal([30, 30, 30], new[] { plain, weightless, unknown }.Select(Rounds));
        Assert.Equal(Toys.Answers(plain.Form, data.Features), Toys.Answers(weightless.Form, data.Features));
        Assert.Equal(Toys.Answers(plain.Form, data.Features), Toys.Answers(unknown.Form, data.Features));
    }

    [Fact]
    public void Fit_NothingToSplitOn_AnswersTheMean()
    {
        Native.Need();
        Table constant = new([new NumberColumn("a", [1.0, 1, 1, 1])]);
        var data = new TrainingSet(LearningTask.Regression, constant) { Target = new NumberColumn("target", [1.0, 2, 3, 4]) };
        var answers = Toys.Answers(Learner.Fit(data, ParameterValues.Default, new()).Form, constant);
        Assert.All(answers, answer => Assert.Equal(2.5, answer, 1e-9));
    }

    [Fact]
    public void Recommend_AnyShape_PassesTheCheckAndStartsModest()
    {
        foreach (var rows in new[] { 10, 300, 5_000, 60_000, 2_000_000 })
        {
            foreach (var outputs in new[] { 1, 2, 26 })
            {
                var task = outputs == 1 ? LearningTask.Regression : LearningTask.Classification;
                var settings = Learner.Recommend(new(task, rows, 20, 5, outputs));
                Assert.All(settings, setting => setting.Check("lightgbm", Learner.Parameters));
                Assert.Equal(settings.Count, settings.Select(setting => setting.ToString()).Distinct().Count());
            }
        }
    }

    private static int Rounds(Fitted fitted) => int.Parse(fitted.Report.Decided.Texts["rounds"], CultureInfo.InvariantCulture);

    private static IForm LongerThan(TrainingSet data, int rounds) =>
        Learner.Fit(data with { Validation = null }, ParameterValues.Default.With("rounds", rounds + 20).With("learning_rate", 0.2), new() { Seed = 1 }).Form;

    private static double Loss(IForm form, TrainingSet data)
    {
        var answers = Toys.Answers(form, data.Features);
        var target = (CategoryColumn)data.Target!;
        return Enumerable.Range(0, target.RowCount).Average(row => -Math.Log(answers[(row * 2) + target.Codes.At(row)]));
    }

    private static double[] Targets(TrainingSet data)
    {
        var values = new double[data.Features.RowCount];
        ((NumberColumn)data.Target!).Values.CopyTo(values);
        return values;
    }

    private sealed class SteppingClock(long step) : TimeProvider
    {
        public long Now { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Now += step;
    }
}
