using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Bayes;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Bayes;

namespace Modelwright.Learners.Tests.Bayes;

public sealed class NaiveBayesTests
{
    private static readonly ParameterValues Plain = ParameterValues.Default.With("power", 1);

    private static ClassBayesForm Fit(TrainingSet data, ParameterValues values) => Assert.IsType<ClassBayesForm>(new NaiveBayesLearner().Fit(data, values, new FitContext()).Form);

    private static TrainingSet Classes(int[] target, params Column[] columns) =>
        new(LearningTask.Classification, new Table(columns)) { Target = new CategoryColumn("y", ["no", "yes"], target) };

    /// <summary>Worked by hand: 4 no (kinds a a a b) and 2 yes (b, missing); smoothing 2.</summary>
    [Fact]
    public void Fit_OneCategory_IsBayesTheoremWithSmoothedShares()
    {
        var data = Classes([0, 0, 0, 0, 1, 1], new CategoryColumn("kind", ["a", "b"], [0, 0, 0, 1, 1, CategoryColumn.Missing]));
        var form = Fit(data, Plain);
        double[] prior = [4.5 / 7, 2.5 / 7];
        double[] a = [(3 + (2 * 0.6)) / 6, (0 + (2 * 0.6)) / 3];
        double[] b = [(1 + (2 * 0.4)) / 6, (1 + (2 * 0.4)) / 3];
        double Second(double[] shares) => prior[1] * shares[1] / ((prior[0] * shares[0]) + (prior[1] * shares[1]));
        var answers = Answers.Probabilities(form, data.Features.Take([0, 3, 5]));
        Assert.Equal(Second(a), answers[1], 12);
        Assert.Equal(Second(b), answers[3], 12);
        Assert.Equal(prior[1], answers[5], 12);
    }

    [Fact]
    public void Fit_Number_IsCutIntoCellsOfEquallyManyRowsHalfWay()
    {
        var data = Classes([0, 0, 0, 1, 1, 1], new NumberColumn("x", [1, 2, 3, 10, 11, 12]));
        var form = Fit(data, Plain.With("bins", 2));
        Assert.Equal([6.5], form.Tables.Tables[0].Edges);
        var answers = Answers.Probabilities(form, new Table([new NumberColumn("x", [6.5, 6.6, double.NaN])]));
        Assert.True(answers[0] > 0.5 && answers[3] > 0.5);
        Assert.Equal(0.5, answers[4], 12);
    }

    [Fact]
    public void Fit_FewDifferentNumbers_HaveACellEach() =>
        Assert.Equal([1.5, 2.5], Fit(Classes([0, 1, 0, 1, 0, 1], new NumberColumn("x", [1, 1, 2, 2, 3, 3])), Plain).Tables.Tables[0].Edges);

    [Fact]
    public void Fit_ColumnsThatRepeatOneAnother_CountLess()
    {
        var random = new Random(4);
        double[] x = [.. Enumerable.Range(0, 1000).Select(_ => random.NextDouble())];
        int[] y = [.. x.Select(value => random.NextDouble() < value ? 1 : 0)];
        TrainingSet Copies(int count) => Classes(y, [.. Enumerable.Range(0, count).Select(copy => (Column)new NumberColumn($"x{copy}", x))]);
        double Surest(TrainingSet data, ParameterValues values) => Answers.Probabilities(Fit(data, values), data.Features).Max();
        Assert.True(Surest(Copies(8), Plain) > 0.999);
        Assert.InRange(Surest(Copies(8), ParameterValues.Default), 0.85, 0.995);
        Assert.InRange(Surest(Copies(1), ParameterValues.Default), 0.85, 0.995);
    }

    /// <summary>The counts without a row are those of a fit on the other rows, but for the overall shares of the cells.</summary>
    [Fact]
    public void Log_RowLeftOut_IsThatOfTheOthers()
    {
        var data = Classes([0, 0, 1, 1, 1, 0], new CategoryColumn("kind", ["a", "b"], [0, 1, 0, 1, 1, 0]));
        var rows = new ClassRows(data);
        var counts = new ClassCounts(CellColumn.Of(data.Features["kind"], 5), rows, 2);
        Assert.Equal(Math.Log((1 + 1.0) / (2 + 2) / 0.5), counts.Log(1, 1, without: 1), 12);
        Assert.Equal(Math.Log((2 + 0.5) / 7), rows.Log(1, without: 1), 12);
    }

    [Fact]
    public void Fit_NumberOfManyCells_IsCountedInThoseBesideToo()
    {
        // Twelve values, a cell each: the first counts 3/4 at its own end and 1/4 beside.
        double[] x = [.. Enumerable.Range(0, 120).Select(row => (double)(row / 10))];
        var data = Classes([.. Enumerable.Range(0, 120).Select(row => row < 10 ? 1 : 0)], new NumberColumn("x", x));
        var rows = new ClassRows(data);
        var counts = new ClassCounts(CellColumn.Of(data.Features["x"], 12), rows, 2);
        double Expected(double own) => Math.Log((own + (2.0 / 12)) / (10 + 2) * 12);
        Assert.Equal(Expected(7.5), counts.Log(0, 1), 12);
        Assert.Equal(Expected(2.5), counts.Log(1, 1), 12);
        Assert.Equal(Expected(0), counts.Log(2, 1), 12);
        Assert.Equal(Math.Log((7.5 - 0.75 + (2.0 / 12)) / (9 + 2) * 12), counts.Log(0, 1, without: 1), 12);
    }

    [Fact]
    public void Fit_WeightTooSmallToCount_SaysNothing()
    {
        var data = Classes([0, 1, 0, 1], new CategoryColumn("kind", ["a", "b", "c"], [0, 1, 0, 2])) with { Weights = [1e300, 1e300, 1e300, 1e-300] };
        Assert.All(Answers.Probabilities(Fit(data, Plain), data.Features), share => Assert.InRange(share, 0, 1));
    }
}
