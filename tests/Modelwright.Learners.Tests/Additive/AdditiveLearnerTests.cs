using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Learners.Additive;
using Modelwright.Learners.Tests.Data;
using Modelwright.Runtime.Forms.Additive;

namespace Modelwright.Learners.Tests.Additive;

public sealed class AdditiveLearnerTests
{
    [Fact]
    public void Fit_KnownShapes_AreRecovered()
    {
        var form = Fit(Sets.Numbers(3000, 1, (a, b, _) => (3 * Math.Sin(3 * a)) + (b > 0.2 ? 2 : 0), 0.5));
        double[] grid = [.. Enumerable.Range(0, 37).Select(step => -0.9 + (0.05 * step))];

        // Both shapes come to lie with mean 0: sin has it by itself, the step is up on two fifths of the rows.
        AssertNear(grid, value => Shape(form, 0, value), value => 3 * Math.Sin(3 * value), 0.2);
        AssertNear([.. grid.Where(value => Math.Abs(value - 0.2) > 0.02)], value => Shape(form, 1, value), value => value > 0.2 ? 1.2 : -0.8, 0.15);
        AssertNear(grid, value => Shape(form, 2, value), _ => 0, 0.1);
    }

    [Fact]
    public void Fit_KnownLogits_AreRecovered()
    {
        var form = (ClassAdditiveForm)Fit(Sets.Classes(6000, 2, (a, b, _) => (2 * a) + (b > 0 ? 1 : -1)), ParameterValues.Default).Form;
        double[] grid = [.. Enumerable.Range(0, 16).Select(step => -0.75 + (0.1 * step))];
        AssertNear(grid, value => Shape(form.Terms, 0, value), value => 2 * value, 0.3);
        AssertNear(grid, value => Shape(form.Terms, 1, value), value => value > 0 ? 1 : -1, 0.3);
    }

    [Fact]
    public void Fit_MonotoneEffect_IsNearlyMonotone()
    {
        var form = Fit(Sets.Numbers(2000, 3, (a, _, _) => 4 * a * a * a));
        var shape = form.Terms.Shapes[0].Values[1..];
        var range = shape[^1] - shape[0];
        Assert.True(range > 6, $"range {range}");
        Assert.All(shape.Zip(shape.Skip(1)), pair => Assert.True(pair.Second - pair.First > -0.01 * range, $"from {pair.First} down to {pair.Second}"));
    }

    [Fact]
    public void Fit_WithoutPairs_IsASum()
    {
        var form = Fit(Sets.Numbers(800, 4, (a, b, c) => (a * b) + c), ("pairs", 0));
        double At(double a, double b) => Answers.Numbers(form, Sets.Row(a, b, 0.3))[0];
        Assert.Empty(form.Terms.Pairs);
        Assert.Equal(At(-0.5, -0.4) + At(0.6, 0.7), At(-0.5, 0.7) + At(0.6, -0.4), 1e-12);
    }

    [Fact]
    public void Fit_TwoColumnsTogether_FindsTheirPair()
    {
        var form = Fit(Sets.Numbers(2000, 5, (a, b, c) => (2 * a * c) + b, 0.2), ("pairs", 1));
        var pair = Assert.Single(form.Terms.Pairs);
        Assert.Equal((0, 2), (pair.First, pair.Second));
        var fresh = Sets.Numbers(1000, 6, (a, b, c) => (2 * a * c) + b);
        Assert.True(Clouds.Error(Answers.Numbers(form, fresh.Features), fresh) < 0.2);
    }

    [Fact]
    public void Fit_EveryTerm_HasMeanZeroAndTheInterceptHoldsTheRest()
    {
        var data = Sets.Numbers(700, 7, (a, b, c) => 5 + (a * b) + Math.Exp(c)) with { Weights = [.. Enumerable.Range(0, 700).Select(row => 0.5 + (row % 4))] };
        var form = Fit(data);
        var parts = new double[700 * form.Terms.Count];
        form.Contributions(data.Features, parts);
        Assert.NotEmpty(form.Terms.Pairs);
        for (var term = 0; term < form.Terms.Count; term++)
        {
            Assert.Equal(0, Enumerable.Range(0, 700).Sum(row => data.Weights[row] * parts[(row * form.Terms.Count) + term]) / data.Weights.Sum(), 1e-9);
        }

        // Squared error is least where the mean of the answers is that of the target, so far as steps have come.
        Assert.Equal(Enumerable.Range(0, 700).Sum(row => data.Weights[row] * ((NumberColumn)data.Target!).Values.At(row)) / data.Weights.Sum(), form.Terms.Intercepts[0], 0.02);
    }

    [Fact]
    public void Fit_MissingThatTells_HasAnAnswerOfItsOwn()
    {
        var random = new Random(8);
        double[] values = [.. Enumerable.Range(0, 600).Select(row => row % 3 == 0 ? double.NaN : random.NextDouble())];
        var data = new TrainingSet(LearningTask.Regression, new Table([new NumberColumn("x", values)]))
        {
            Target = new NumberColumn("y", [.. values.Select(value => double.IsNaN(value) ? 7 : 1)]),
        };
        var form = Fit(data);
        Assert.Equal([7, 1], Answers.Numbers(form, new Table([new NumberColumn("x", [double.NaN, 0.5])])), (left, right) => Math.Abs(left - right) < 0.1);
    }

    [Fact]
    public void Fit_NoValueMissing_AMissingOneAddsNothing()
    {
        var form = Fit(Sets.Numbers(500, 9, (a, b, c) => (a * b) + (3 * c)));
        Assert.Equal(form.Terms.Intercepts[0], Answers.Numbers(form, Sets.Row(double.NaN, double.NaN, double.NaN))[0], 1e-12);
    }

    [Fact]
    public void Fit_UnseenLevel_IsAnsweredAsRareOnes()
    {
        // Forty levels of one row each and two of many: what is rare has the answer 9.
        string[] levels = [.. Enumerable.Range(0, 640).Select(row => row < 300 ? "common" : row < 600 ? "usual" : $"rare {row}")];
        var data = new TrainingSet(LearningTask.Regression, new Table([CategoryColumn.FromTexts("level", levels)]))
        {
            Target = new NumberColumn("y", [.. levels.Select(level => level == "common" ? 1.0 : level == "usual" ? 2 : 9)]),
        };
        var form = Fit(data);
        Assert.Equal(["common", "usual"], form.Info.Inputs[0].Levels);
        var answers = Answers.Numbers(form, new Table([CategoryColumn.FromTexts("level", ["common", "never seen", "usual", null])]));
        Assert.Equal([1, 9, 2, 9], answers, (left, right) => Math.Abs(left - right) < 0.15);
    }

    [Fact]
    public void Fit_Deadline_SaysWhereItCame()
    {
        var data = Sets.Numbers(400, 10, (a, b, _) => a * b);
        var late = new AdditiveLearner().Fit(data, ParameterValues.Default, new FitContext { Deadline = 0 });
        Assert.Equal(FitEnd.Deadline, late.Report.End);
        Assert.Equal("pair_rounds=1000, pairs=0, rounds=10", late.Report.Decided.ToString());
        Assert.Equal(
            ["The deadline came after 10 of at most 1000 rounds over the columns. Give the fit more time, or ask for fewer outer_bags or a larger learning_rate."],
            late.Report.Warnings);
    }

    private static Fitted Fit(TrainingSet data, ParameterValues values) => new AdditiveLearner().Fit(data, values, new FitContext { Seed = 3 });

    private static NumberAdditiveForm Fit(TrainingSet data, params (string Name, double Value)[] values) =>
        (NumberAdditiveForm)Fit(data, values.Aggregate(ParameterValues.Default, (setting, value) => setting.With(value.Name, value.Value))).Form;

    private static double Shape(NumberAdditiveForm form, int input, double value) => Shape(form.Terms, input, value);

    private static double Shape(AdditiveTerms terms, int input, double value) => terms.Shapes[input].Values[1 + terms.Shapes[input].Edges.Count(edge => edge < value)];

    private static void AssertNear(double[] grid, Func<double, double> found, Func<double, double> truth, double most)
    {
        var error = Math.Sqrt(grid.Average(value => Math.Pow(found(value) - truth(value), 2)));
        Assert.True(error <= most, $"root mean squared error {error} over {most}: {string.Join(' ', grid.Select(value => $"{value:F2}:{found(value):F2}"))}");
    }
}
