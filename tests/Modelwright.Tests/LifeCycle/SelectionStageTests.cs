using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Recording.Selecting;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Selection;

namespace Modelwright.Tests.LifeCycle;

/// <summary>The choice of columns in a whole run.</summary>
public sealed class SelectionStageTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();
    private static readonly Table Rows = SimulatedRows.Table(300, 5, 1);

    private static Training Told(Table table, FeatureChoice choice = FeatureChoice.Selected) => new(table, "target") { Learners = Learners, Trials = 1, Only = ["linear"], Threads = 2, Features = choice };

    private static Task<TrainingRun> Run(Training told, CancellationToken? stop = null) => told.RunAsync(stop: stop ?? TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(FeatureChoice.Selected)]
    [InlineData(FeatureChoice.Fewest)]
    public async Task Run_Choice_LeavesColumnsOutOfModelPlanAndPrediction(FeatureChoice choice)
    {
        var run = await Run(Told(Rows, choice));

        var selection = Assert.IsType<EvidenceSelection>(run.Evidence.Selection);
        Assert.Equal((choice, 240), (selection.Choice, selection.Rows));
        string[] left = [.. selection.Columns.Where(column => column.Decision == "left_out").Select(column => column.Name)];
        Assert.Contains("noise0", left);
        Assert.Equal(left.Order(), run.Plan.Columns.Where(column => column.Role == ColumnRole.Ignore).Select(column => column.Name).Order());
        Assert.Equal(choice, run.Plan.Features);
        Assert.DoesNotContain(run.Evidence.Features, feature => feature.Columns.Intersect(left).Any());
        Assert.Equal(60, run.Evidence.Rows.SealedHoldout);
        Assert.Equal("sealed_holdout", run.Evidence.Figures[0].Data);

        // Who predicts need not bring what was left out.
        using var predictor = new Predictor(run.Package);
        Assert.DoesNotContain(run.Package.Model.Schema.Features, input => left.Contains(input.Name));
        var kept = new Table([.. Rows.Columns.Where(column => column.Name != "target" && !left.Contains(column.Name))]);
        Assert.Equal(300, predictor.Predict(kept).RowCount);
    }

    [Fact]
    public async Task Run_OtherTargetsInTheSealedRows_ChoosesTheSame()
    {
        // With an order in time the latest rows are sealed, whatever their targets are.
        var first = Rows.With(new NumberColumn("when", [.. Enumerable.Range(0, 300).Select(row => (double)row)]));
        string?[] turned = [.. Enumerable.Range(0, 300).Select(row => Rows["target"].Format(row) is var said && row < 240 ? said : said == "yes" ? "no" : "yes")];
        var second = new Table([.. first.Columns.Where(column => column.Name != "target"), CategoryColumn.FromTexts("target", turned)]);
        var inTime = new Dictionary<string, ColumnRole> { ["when"] = ColumnRole.Time };

        var (one, other) = (await Run(Told(first) with { Roles = inTime }), await Run(Told(second) with { Roles = inTime }));
        Assert.Equal(Documents.Write(one.Evidence.Selection!), Documents.Write(other.Evidence.Selection!));
        Assert.Equal(240, one.Evidence.Selection!.Rows);
        Assert.True(one.Headline.Value > 0.8 && other.Headline.Value < 0.2);
    }

    [Fact]
    public async Task Run_FinishedPlan_RepeatsTheModelWithoutChoosingAgain()
    {
        var run = await Run(Told(Rows, FeatureChoice.Fewest));
        var again = await Run(new(Rows, null) { Learners = Learners, Plan = Documents.ReadPlan(Documents.Write(run.Plan), "plan.json"), Threads = 1 });
        Assert.Equal(run.Package.ModelId, again.Package.ModelId);
        Assert.Null(again.Evidence.Selection);
    }

    [Fact]
    public async Task Run_UnfinishedPlan_ChoosesByIt()
    {
        var plan = (await Run(Told(Rows, FeatureChoice.All))).Plan;
        Assert.Null(plan.Features);
        var run = await Run(new(Rows, null) { Learners = Learners, Trials = 1, Plan = plan with { Decision = null, Features = FeatureChoice.Selected } });
        Assert.Equal(FeatureChoice.Selected, run.Evidence.Selection!.Choice);
    }

    [Fact]
    public async Task Run_TestRows_AreNoPartOfTheChoiceAndRowsAreSealedBesides()
    {
        var run = await Run(Told(Rows) with { TestRows = [.. Enumerable.Range(0, 50)] });
        Assert.Equal((200, 50, 50), (run.Evidence.Selection!.Rows, run.Evidence.Rows.SealedHoldout, run.Evidence.Rows.Test));
        Assert.Equal(["sealed_holdout", "test"], run.Evidence.Figures.Select(figure => figure.Data).Distinct());
    }

    [Fact]
    public async Task Run_ColumnsAPersonNamed_Stay()
    {
        var run = await Run(Told(Rows) with { Roles = new Dictionary<string, ColumnRole> { ["noise1"] = ColumnRole.Feature }, Steps = "clip:noise2" });
        var columns = run.Evidence.Selection!.Columns.ToDictionary(column => column.Name);
        Assert.Equal(("kept", "You named it as a feature."), (columns["noise1"].Decision, columns["noise1"].Reason));
        Assert.Equal(("kept", "A step that you named uses it."), (columns["noise2"].Decision, columns["noise2"].Reason));
    }

    [Theory]
    [InlineData("nested")]
    [InlineData("repeated")]
    [InlineData("leave_one_out")]
    [InlineData("time_forward")]
    public async Task Run_BesideAValidationOfRowsThatTheChoiceHasSeen_IsRefused(string scheme)
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => Run(Told(Rows) with { Validation = new() { Scheme = scheme } }));
        Assert.Equal($"Columns cannot be chosen beside validation '{scheme}', as it scores the very rows that the choice has seen. Name --validation holdout, or leave out --features.", fault.Message);
    }

    [Fact]
    public async Task Run_TooFewRows_SaysHowManyAreNeeded()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => Run(Told(SimulatedRows.Table(49, 1, 1))));
        Assert.Equal("Choosing columns takes some rows that it may not see, for the figures; 49 rows are too few, 50 at least are needed. Leave out --features, or bring more rows.", fault.Message);
        Assert.NotEmpty((await Run(Told(SimulatedRows.Table(50, 1, 1)))).Evidence.Selection!.Columns);
    }

    [Fact]
    public async Task Run_StoppedWhileChoosing_EndsWithoutAModel()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var listener = new Listener(progress =>
        {
            if (progress.Stage == "features")
            {
                stop.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Told(Rows).RunAsync(listener, stop.Token));
    }

    private sealed class Listener(Action<TrainingProgress> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => told(value);
    }
}
