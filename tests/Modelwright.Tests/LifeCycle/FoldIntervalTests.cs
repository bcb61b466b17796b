using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Data;
using Modelwright.Validation.Conformal;

namespace Modelwright.Tests.LifeCycle;

/// <summary>Intervals from the answers of fold models, from the rows to the package and back.</summary>
public sealed class FoldIntervalTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    [Theory]
    [InlineData(300)]
    [InlineData(2_400)]
    public async Task Run_ByFolds_ShipsOneFormAFoldAndHoldsTheTruthOfRowsNeverSeen(int rows)
    {
        const int Fresh = 3_000;
        var run = await Told(SmallTables.Numbers(rows)).RunAsync(stop: TestContext.Current.CancellationToken);
        var rule = run.Package.Model.Rules.FoldIntervals!;
        var evaluation = Evaluation.Of(run.Package, SmallTables.Numbers(Fresh, seed: 9), cancellation: TestContext.Current.CancellationToken).Intervals!;

        Assert.Null(run.Package.Model.Rules.Intervals);
        Assert.Equal(run.Plan.Decision!.Folds, rule.Folds.Count);
        Assert.Equal(rule.Folds.Count, Assert.IsType<NumberBlendForm>(run.Package.Model.Form).Members.Count);

        // The residuals are those of the shipped fold models: every row of the run is in one fold.
        Assert.Equal(rows, rule.Folds.Sum(fold => fold.Weights.Sum()), 1e-6);
        Assert.InRange(evaluation.Coverage, 0.9 - (2 * Math.Sqrt(0.09 / rows)), 0.98);
        Assert.StartsWith("cv_plus", evaluation.Method, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoRowNewToAllModels_SaysThatNothingWasMeasured()
    {
        var run = await Told(SmallTables.Numbers(300)).RunAsync(stop: TestContext.Current.CancellationToken);
        var tested = await (Told(SmallTables.Numbers(300)) with { TestRows = [.. Enumerable.Range(0, 60)] }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Empty(run.Evidence.Intervals);
        Assert.Contains(FoldIntervalFit.Unmeasured(0.9), run.Evidence.Warnings);
        Assert.Equal(("test", 60), (tested.Evidence.Intervals.Single().Data, tested.Evidence.Intervals.Single().Rows));
        Assert.DoesNotContain(FoldIntervalFit.Unmeasured(0.9), tested.Evidence.Warnings);
    }

    [Fact]
    public async Task Run_SealedRows_MeasureTheIntervals()
    {
        var run = await Told(SmallTables.Numbers(2_400)).RunAsync(stop: TestContext.Current.CancellationToken);
        var measured = run.Evidence.Intervals.Single();

        Assert.Equal(("interval", "sealed_holdout", 480), (measured.Kind, measured.Data, measured.Rows));
        Assert.InRange(measured.Coverage, 0.9 - (3 * Math.Sqrt(0.09 / 480)), 0.99);
        Assert.DoesNotContain(FoldIntervalFit.Unmeasured(0.9), run.Evidence.Warnings);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2_400)]
    public async Task Run_FinishedPlanOnOtherThreads_RepeatsTheModelIdAndTheIntervals(int rows)
    {
        var told = Told(SmallTables.Numbers(rows));
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var alone = await (told with { Threads = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var plan = Documents.ReadPlan(Documents.Write(first.Plan), "plan.json");
        var again = await (told with { Plan = plan, Target = null, Answering = null }).RunAsync(stop: TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        first.Package.Save(stream);
        stream.Position = 0;
        using var predictor = Predictor.Load(stream);

        Assert.Equal(first.Package.ModelId, alone.Package.ModelId);
        Assert.Equal(first.Package.ModelId, again.Package.ModelId);
        Assert.Equal(first.Package.Model.Rules.FoldIntervals, predictor.Package.Model.Rules.FoldIntervals);
        var answer = predictor.Predict(new { first = 4.0, second = 2.0 });
        Assert.InRange(answer.Value!.Value, answer.Interval!.Value.Lower, answer.Interval.Value.Upper);
    }

    [Fact]
    public async Task Run_TooFewRows_HasNoIntervalsAndSaysSo()
    {
        var run = await (Told(SmallTables.Numbers(30)) with { Answering = new() { IntervalsBy = "cv_plus", Coverage = 0.99 } }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.False(run.Package.Model.Rules.HasIntervals);
        Assert.Contains(ConformalQuantile.TooFew(30, 0.99), run.Evidence.Warnings);
    }

    [Fact]
    public async Task Run_Classes_AreRefused() => Assert.Equal(
        "Intervals by 'cv_plus' are around numbers, but the task is classification. Leave out --intervals-by; sets come with every model of classes.",
        (await Assert.ThrowsAsync<OptionsException>(() => (Told(SmallTables.Classes(200)) with { Target = "churned" }).RunAsync(stop: TestContext.Current.CancellationToken))).Message);

    [Fact]
    public async Task Run_TimeColumn_IsRefused()
    {
        var table = SmallTables.Numbers(200);
        var days = new TimeColumn("day", Enumerable.Range(0, 200).Select(day => new DateTime(2020, 1, 1).AddDays(day).Ticks).ToArray());
        var told = Told(new([.. table.Columns, days])) with { Roles = new Dictionary<string, ColumnRole> { ["day"] = ColumnRole.Time } };

        Assert.Equal(
            "Intervals by 'cv_plus' come from one model for each of 2 to 20 folds, and the mean of those models is shipped; column 'day' has the role time, so no model may be asked for the first rows. Give the column another role, or leave out --intervals-by for 'cross_conformal'.",
            (await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken))).Message);
    }

    [Fact]
    public async Task Run_PlanWhoseFoldsAreOthers_SaysSo()
    {
        var told = Told(SmallTables.Numbers(300));
        var first = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var rule = first.Package.Model.Rules.FoldIntervals!;
        var odd = first.Plan with { Decision = first.Plan.Decision! with { Answering = new() { FoldIntervals = rule with { Folds = [.. rule.Folds, rule.Folds[0]] } } } };

        Assert.Equal(
            $"The answering of the plan's decision does not fit the model: there are residuals of {rule.Folds.Count + 1} fold models, and form 'number_blend' is not the mean of so many. Mend it, or take 'decision' out of the plan to search anew.",
            (await Assert.ThrowsAsync<OptionsException>(() => (told with { Plan = odd, Target = null }).RunAsync(stop: TestContext.Current.CancellationToken))).Message);
    }

    private static Training Told(Table table) => new(table, "answer") { Learners = Learners, Trials = 2, Threads = 2, Answering = new() { IntervalsBy = "cv_plus" } };
}
