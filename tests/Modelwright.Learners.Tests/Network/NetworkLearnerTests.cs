using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners.Network;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Learners.Tests.Network;

public sealed class NetworkLearnerTests
{
    private static readonly NetworkLearner Learner = new();

    [Fact]
    public void Fit_Sine_IsFollowed()
    {
        var fresh = Clouds.Wave(300, 2, noise: 0);
        var answers = Answers.Numbers(Fit(Clouds.Wave(500, 1)).Form, fresh.Features);
        Assert.True(Error(answers, fresh) < 0.15);
    }

    [Fact]
    public void Fit_ThreeDirections_AreToldApart()
    {
        var fresh = Clouds.Directions(300, 2);
        var answers = Answers.Probabilities(Fit(Clouds.Directions(600, 1)).Form, fresh.Features);
        var codes = ((CategoryColumn)fresh.Target!).Codes;
        var right = Enumerable.Range(0, 300).Count(row => answers[(3 * row) + codes.At(row)] > 0.5);
        Assert.True(right > 270, $"{right} of 300 are right");
    }

    [Fact]
    public void Fit_ValidationRows_KeepTheBestPassAndSayWhich()
    {
        // Noise has nothing to learn, so that the first passes are the best.
        var random = new Random(3);
        TrainingSet Noise(int rows) => new(LearningTask.Regression, new Table([new NumberColumn("a", Drawn(rows, random)), new NumberColumn("b", Drawn(rows, random))])) { Target = new NumberColumn("y", Drawn(rows, random)) };
        var values = ParameterValues.Default.With("epochs", 60).With("patience", 10).With("width", 32);
        var report = Fit(Noise(120) with { Validation = Noise(200) }, values).Report;
        Assert.Equal(FitEnd.StoppedEarly, report.End);
        Assert.InRange(report.Decided.Integer(NetworkParameters.StopEpoch), 1, 50);
        Assert.Empty(report.Warnings);
    }

    [Fact]
    public void Fit_StopEpochOfZero_AnswersTheMeanAndTheShares()
    {
        var numbers = Clouds.Wave(50, 1);
        var mean = ((NumberColumn)numbers.Target!).Values;
        var expected = Enumerable.Range(0, 50).Average(row => mean.At(row));
        Assert.All(Answers.Numbers(Fit(numbers, ParameterValues.Default.With("stop_epoch", 0)).Form, numbers.Features), answer => Assert.Equal(expected, answer, 1e-6));
        var classes = new TrainingSet(LearningTask.Classification, new Table([new NumberColumn("a", [1, 2, 3, 4])])) { Target = new CategoryColumn("y", ["n", "y"], [0, 0, 0, 1]) };
        var answers = Answers.Probabilities(Fit(classes, ParameterValues.Default.With("stop_epoch", 0)).Form, classes.Features);
        Assert.Equal(0.3, answers[1], 1e-6);
    }

    [Fact]
    public void Fit_DeadlineAtOnce_SaysSoAndWhatToDo()
    {
        var time = TimeProvider.System;
        var report = Learner.Fit(Clouds.Wave(200, 1), ParameterValues.Default.With("epochs", 30), new FitContext { Deadline = time.GetTimestamp() - 1 }).Report;
        Assert.Equal(FitEnd.Deadline, report.End);
        Assert.Equal(["The deadline came after 0 of 30 passes over the rows. Give the fit more time, or ask for fewer epochs or a smaller width."], report.Warnings);
    }

    [Fact]
    public void Fit_MissingSaysSomething_IsLearned()
    {
        var random = new Random(4);
        double[] values = [.. Enumerable.Range(0, 400).Select(row => row % 3 == 0 ? double.NaN : random.NextDouble())];
        var data = new TrainingSet(LearningTask.Regression, new Table([new NumberColumn("a", values)])) { Target = new NumberColumn("y", [.. values.Select(value => double.IsNaN(value) ? 5 : 1.0)]) };
        var answers = Answers.Numbers(Fit(data).Form, new Table([new NumberColumn("a", [double.NaN, 0.5])]));
        Assert.Equal(5, answers[0], 0.3);
        Assert.Equal(1, answers[1], 0.3);
    }

    [Fact]
    public void Fit_ManyLevels_HaveVectorsAndTheirAnswers()
    {
        string[] levels = [.. Enumerable.Range(0, 30).Select(level => $"{level}")];
        int[] codes = [.. Enumerable.Range(0, 900).Select(row => row % 30)];
        var data = new TrainingSet(LearningTask.Regression, new Table([new CategoryColumn("c", levels, codes)])) { Target = new NumberColumn("y", [.. codes.Select(code => code % 7.0)]) };
        var form = (NumberNetworkForm)Fit(data).Form;
        Assert.Equal([8], form.Network.LevelWidths);
        Assert.Equal(31 * 8, form.Network.LevelVectors.Length);
        Assert.True(Error(Answers.Numbers(form, data.Features), data) < 0.4);
    }

    [Fact]
    public void Fit_Answers_StayWithinTheTrainingRangeAndATenth()
    {
        var data = new TrainingSet(LearningTask.Regression, new Table([new NumberColumn("a", [.. Enumerable.Range(0, 100).Select(row => row / 10.0)])])) { Target = new NumberColumn("y", [.. Enumerable.Range(0, 100).Select(row => 100.0 + row)]) };
        var form = (NumberNetworkForm)Fit(data).Form;
        Assert.Equal((90.1, 208.9), (Math.Round(form.Range.Lowest, 6), Math.Round(form.Range.Highest, 6)));
    }

    [Fact]
    public void Fit_ConstantColumn_IsNoInput()
    {
        var data = Clouds.Wave(60, 1, axes: 2);
        var more = data with { Features = data.Features.With(new NumberColumn("same", [.. Enumerable.Repeat(4.0, 60)])) };
        Assert.Equal(data.Features.Names, Fit(more, ParameterValues.Default.With("epochs", 2)).Form.Info.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void Fit_OneRow_IsRefused()
    {
        var refusal = Assert.Throws<DataException>(() => Fit(Clouds.Wave(1, 1)));
        Assert.Contains("has one value", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FiveThousandColumns_TakesNoMoreThanItSays()
    {
        var random = new Random(5);
        var data = new TrainingSet(LearningTask.Regression, new Table([.. Enumerable.Range(0, 5_000).Select(column => new NumberColumn($"{column}", Drawn(24, random)))])) { Target = new NumberColumn("y", Drawn(24, random)) };
        var values = Learner.Recommend(new(data.Task, 24, 5_000, 0, 1))[0].With("epochs", 2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Fit(data, values);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(taken, 0, 3 * Learner.Estimate(new(data.Task, 24, 5_000, 0, 1), values).Bytes);
    }

    [Fact]
    public void Recommend_FiveThousandColumns_KeepsToTimeAndSize()
    {
        var shape = new DataShape(LearningTask.Classification, 2_000, 5_000, 0, 3) { Seconds = 10, Bytes = 4e6 };
        Assert.All(Learner.Recommend(shape), values =>
        {
            Assert.Equal("none", values.Choice(NetworkParameters.Cosines));
            Assert.InRange(Learner.Estimate(shape, values).Seconds, 0, 10);
        });
    }

    [Fact]
    public void Recommend_AnyShape_IsCheckedAndDifferent()
    {
        foreach (var rows in new[] { 10, 1_000, 50_000, 1_000_000 })
        {
            var settings = Learner.Recommend(new(LearningTask.Regression, rows, 20, 5, 1) { Seconds = 1 });
            Assert.All(settings, values => values.Check("network", Learner.Parameters));
            Assert.Equal(settings.Count, settings.Select(values => values.ToString()).Distinct().Count());
        }
    }

    private static Fitted Fit(TrainingSet data, ParameterValues? values = null) =>
        Learner.Fit(data, values ?? Learner.Recommend(new(data.Task, data.Features.RowCount, data.Features.Columns.Count, 0, data.Classes.Count))[0], new FitContext { Seed = 7 });

    private static double[] Drawn(int rows, Random random) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];

    private static double Error(double[] answers, TrainingSet data)
    {
        var truth = ((NumberColumn)data.Target!).Values;
        return Math.Sqrt(answers.Select((answer, row) => Math.Pow(answer - truth.At(row), 2)).Average());
    }
}
