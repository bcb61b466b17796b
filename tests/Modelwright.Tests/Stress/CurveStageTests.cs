using Modelwright.Stress;
using Modelwright.Stress.Curves;
using Modelwright.Stress.Perturbations;

namespace Modelwright.Tests.Stress;

public sealed class CurveStageTests
{
    private static IPerturbation Known(string name) => BuiltInPerturbations.All.Single(known => known.Info.Name == name);

    private static StressCurve[] Draw(StressedModel model, string perturbation, string? column) =>
        [.. new CurveStage(model, BuiltInPerturbations.All, seed: 1).Draw(Known(perturbation), column, TestContext.Current.CancellationToken)];

    [Fact]
    public void Draw_MissingValues_LosesWhatTheColumnTells()
    {
        var model = StressTables.Sum();

        var first = Draw(model, "missing_values", "first")[0].Points.Select(point => point.Score!.Lost).ToArray();
        var second = Draw(model, "missing_values", "second")[0].Points.Select(point => point.Score!.Lost).ToArray();
        var both = Draw(model, "missing_values", null)[0].Points[^1].Score!.Lost;

        Assert.Equal(0, first[0]);
        Assert.Equal(first.Order(), first);
        Assert.True(first[^1] > second[^1]);
        // Without both columns a constant is answered.
        Assert.InRange(both, 0.98, 1.02);
    }

    [Fact]
    public void Draw_WorstPlace_CostsMoreThanRowsDrawnAtRandom()
    {
        var curves = Draw(StressTables.Sum(), "missing_values", "first");

        Assert.Equal([false, true], curves.Select(curve => curve.IsWorstPlace));
        Assert.All(curves[0].Points.Zip(curves[1].Points).Skip(1).SkipLast(1), pair => Assert.True(pair.Second.Score!.Lost > 1.5 * pair.First.Score!.Lost));
        Assert.Equal(curves[0].Points[^1].Score!.Lost, curves[1].Points[^1].Score!.Lost, 9);
    }

    [Fact]
    public void Draw_RowsThatAreRefused_TellWhy()
    {
        var points = Draw(StressTables.Sum(), "decimal_comma", "first")[0].Points;

        Assert.NotNull(points[0].Score);
        Assert.All(points.Skip(1), point => Assert.Equal("Column 'first' holds no number.", point.Refusal));
    }

    [Fact]
    public void Draw_Intervals_HoldTheShareAndTellNoiseFromHarm()
    {
        var calm = Draw(StressTables.Classes(), "outliers", "income")[0].Points;
        var harmed = Draw(StressTables.Classes(), "outliers", "age")[0].Points[^1].Score!;

        // The model does not look at income.
        Assert.All(calm, point => Assert.Equal(0, point.Score!.Lost));
        Assert.True(harmed.LostLower > 0.1);
        Assert.InRange(harmed.Lost, harmed.LostLower, harmed.LostUpper);
    }

    [Fact]
    public void Plan_AllThatSuits_WholeRowsFirst()
    {
        var plan = new CurveStage(StressTables.Classes(), BuiltInPerturbations.All, seed: 1).Plan(["plan"]).Select(entry => $"{entry.Perturbation.Info.Name} {entry.Column}").ToArray();

        Assert.Equal("missing_values ", plan[0]);
        Assert.Contains("unseen_levels plan", plan);
        Assert.DoesNotContain("outliers plan", plan);
        Assert.DoesNotContain("unseen_levels ", plan);
        Assert.DoesNotContain(plan, entry => entry.EndsWith("age", StringComparison.Ordinal));
    }

    [Fact]
    public void ColumnOrder_WhatMattersMostComesFirst()
    {
        Assert.Equal(["first", "second"], new ColumnOrder(StressTables.Sum()).Of(() => false, TestContext.Current.CancellationToken));
        Assert.Equal(["first", "second"], new ColumnOrder(StressTables.Sum()).Of(() => true, TestContext.Current.CancellationToken));
        Assert.Equal("age", new ColumnOrder(StressTables.Classes()).Of(() => false, TestContext.Current.CancellationToken)[0]);
    }
}
