using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Recording.Targetless;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Tests.Tasks.Anomalies;

/// <summary>Anomalies of which a few are labelled, from a table to a package that answers.</summary>
public sealed class LabelledLifeTests
{
    private const int Rows = 500;
    private const int Faults = 60;

    [Fact]
    public async Task Run_FewLabels_FindAnomaliesThatDetectorsMiss()
    {
        var table = Readings(strange: 12, usual: 40);
        var with = await RunAsync(Told(table));
        var without = await RunAsync(Told(table.Without(["fault"])) with { Target = null });

        var labels = Assert.IsType<EvidenceLabels>(with.Evidence.Labels);
        Assert.Equal(("fault", "true", 12, 40, Rows - 52, true), (labels.Column, labels.Positive, labels.PositiveRows, labels.NegativeRows, labels.UnknownRows, labels.AreUsed));
        Assert.Equal((52, 52), (labels.WithLabels!.Rows, labels.WithoutLabels!.Rows));
        Assert.True(labels.WithLabels.Lower > labels.WithoutLabels.Value, labels.Reason);
        Assert.Equal(1, labels.Tried.Sum(learner => learner.Weight), 1e-9);
        Assert.Equal(labels.WithLabels, with.Evidence.Figures[0]);
        Assert.Contains(with.Report.Sections, section => section.Id == "labels");
        Assert.DoesNotContain("'fault' has no value", Modelwright.Reports.Pages.ReportPage.Write(with.Report), StringComparison.Ordinal);
        Assert.EndsWith(labels.Reason, with.Report.Lead);
        Assert.Null(without.Evidence.Labels);

        var (better, worse) = (Unlabelled(with, table, 12, 40), Unlabelled(without, table, 12, 40));
        Assert.True(better > 0.9 && worse < 0.7, FormattableString.Invariant($"with {better}, without {worse}"));

        // None of the faults stands out, and yet their share is told: 60 of 500.
        var anomalies = with.Evidence.Anomalies!;
        Assert.InRange(0.12, anomalies.Lower!.Value, anomalies.Upper!.Value);
        Assert.InRange(anomalies.Found, 20, 90);
        Assert.Contains(with.Evidence.Figures, figure => figure is { Metric: "stability", Data: "resampled" });
    }

    [Fact]
    public async Task Run_AnyThreadsAndThePlanRepeated_SameModel()
    {
        var told = Told(Readings(strange: 5, usual: 9));
        var one = await RunAsync(told with { Threads = 1 });
        var four = await RunAsync(told with { Threads = 4 });
        var again = await RunAsync(told with { Task = null, Target = null, Plan = Documents.ReadPlan(Documents.Write(one.Plan), "plan.json") });

        Assert.Equal("fault", one.Plan.Labels);
        Assert.Null(one.Plan.Target);
        Assert.Equal(one.Package.ModelId, four.Package.ModelId);
        Assert.Equal(one.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_Labels_AreNoFeatureAndNotAskedForAtPrediction()
    {
        var run = await RunAsync(Told(Readings(strange: 5, usual: 9)));

        Assert.Equal(ColumnRole.Ignore, run.Package.Model.Schema.Columns.Single(column => column.Name == "fault").Role);
        Assert.DoesNotContain(run.Evidence.Features, feature => feature.Columns.Contains("fault"));
        Assert.False(run.Package.Model.Form.Info.HoldsRows);
        Assert.Equal(Rows, Reopened(run).Predict(Readings(0, 0).Without(["fault"])).RowCount);
    }

    [Theory]
    [InlineData(4, 0, "Column 'fault' labels 4 rows as anomalies and 0 as usual; 3 of each are needed to learn from them, so the detectors score alone. Label more.")]
    [InlineData(0, 30, "Column 'fault' labels 0 rows as anomalies and 30 as usual; 3 of each are needed to learn from them, so the detectors score alone. Label more.")]
    [InlineData(2, 30, "Column 'fault' labels 2 rows as anomalies and 30 as usual; 3 of each are needed to learn from them, so the detectors score alone. Label more.")]
    public async Task Run_TooFewOfOneKind_DetectorsScoreAloneAndSaySo(int strange, int usual, string said)
    {
        var run = await RunAsync(Told(Readings(strange, usual)));
        Assert.Equal((false, said), (run.Evidence.Labels!.AreUsed, run.Evidence.Labels.Reason));
        Assert.Contains(said, run.Warnings);
        Assert.DoesNotContain(run.Plan.Decision!.Members, member => member.Learner is "extra_trees" or "linear");
    }

    [Fact]
    public async Task Run_OnlyAnomaliesLabelled_AtLeastAsManyAreFound()
    {
        var run = await RunAsync(Told(Readings(strange: 40, usual: 0)));
        Assert.Equal((0.08, 40), (run.Evidence.Anomalies!.Share, run.Evidence.Anomalies.Found));
        Assert.Equal("The share of anomalies is that of the rows labelled so in 'fault', as fewer stand out by themselves. Give another with --contamination.", run.Evidence.Anomalies.Reason);
    }

    [Fact]
    public async Task Run_AllLabelled_LearnsAndSaysWhatIsBetter()
    {
        var run = await RunAsync(Told(Readings(Faults, Rows - Faults)));
        Assert.Equal((true, 0), (run.Evidence.Labels!.AreUsed, run.Evidence.Labels.UnknownRows));
        Assert.Contains("Every row of 'fault' is labelled. Leave --task out to have the column itself predicted, with a sealed holdout for its figures.", run.Warnings);
    }

    /// <summary>Labels that were drawn by lot tell nothing, and the figure says so: neither a fit nor the choice of learners has seen its rows.</summary>
    [Fact]
    public async Task Run_LabelsByLot_FigureIsThatOfChance()
    {
        var random = new Random(1);
        bool?[] lot = new bool?[Rows];
        for (var row = 0; row < 80; row++)
        {
            lot[row * 6] = random.Next(2) == 0;
        }

        var run = await RunAsync(Told(Readings(0, 0).With(Labels(lot))));
        var labels = run.Evidence.Labels!;
        Assert.InRange(labels.WithLabels!.Value, 0.3, 0.7);
        Assert.Equal(labels.WithLabels.Value >= labels.WithoutLabels!.Value, labels.AreUsed);
        Assert.StartsWith(labels.AreUsed ? "Learned from" : "Nothing was learned from", labels.Reason);
    }

    [Fact]
    public async Task Run_LabelsNotToBeRead_AreToldBeforeAnythingIsFitted()
    {
        var table = Readings(0, 0).With(CategoryColumn.FromTexts("fault", [.. Enumerable.Range(0, Rows).Select(row => row % 5 == 0 ? $"kind {row % 3}" : null)]));
        var error = await Assert.ThrowsAsync<DataException>(() => RunAsync(Told(table)));
        Assert.Equal("Column 'fault' has 3 different values: 'kind 0' (34 rows), 'kind 1' (33 rows), 'kind 2' (33 rows). Labels of anomalies are two, one for anomalies and one for usual rows, and empty where it is not known. Merge the values, or name another column with --target.", error.Message);
    }

    [Fact]
    public async Task Run_OptionsThatDoNotGoTogether_AreNamedTogether()
    {
        var told = Told(Readings(5, 9)) with { Truth = "fault", Metric = "roc_auc" };
        var error = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told));
        Assert.Equal(
            """
            --target and --truth both name 'fault': what is learned from cannot be compared with afterwards. Leave --truth out, or name another column that says the truth.
            --metric has no use for the task 'anomalies', which predicts no column. Leave it out.
            """,
            error.Message);

        error = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told with { Target = null, Truth = null, Metric = null, Positive = "true" }));
        Assert.Equal("--positive says which of the labels is meant, and no column of labels is named. Name it with --target, or leave --positive out.", error.Message);
    }

    /// <summary>As 'inspect --fix' writes it, and as a role says it.</summary>
    [Fact]
    public async Task Run_PlanThatNamesATarget_TakesItAsLabels()
    {
        var told = Told(Readings(5, 9));
        var named = await RunAsync(told);
        var columns = named.Plan.Columns.Select(column => column.Name == "fault" ? column with { Role = ColumnRole.Target } : column).ToArray();
        var plan = named.Plan with { Labels = null, Target = "fault", Columns = columns };
        var planned = await RunAsync(told with { Task = null, Target = null, Plan = plan });
        var byRole = await RunAsync(told with { Target = null, Roles = new Dictionary<string, ColumnRole> { ["fault"] = ColumnRole.Target } });

        Assert.Equal(named.Package.ModelId, planned.Package.ModelId);
        Assert.Equal(named.Package.ModelId, byRole.Package.ModelId);
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told with { Task = null, Target = null, Plan = plan with { Task = LearningTask.Clustering, Decision = null } }));
        Assert.Equal("The plan names 'fault' as the target, and the task 'clustering' predicts no column. Take 'target' out of the plan, and give its column the role 'ignore'.", fault.Message);
        fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told with { Task = null, Target = null, Plan = named.Plan with { Task = LearningTask.Clustering, Learners = [], Decision = null } }));
        Assert.Equal("The plan names 'fault' as labels, and the task 'clustering' has no use for them. Take 'labels' out of the plan.", fault.Message);
    }

    /// <summary>The truth is compared on rows that no fit was told of.</summary>
    [Fact]
    public async Task Run_TruthBesideLabels_CountsRowsWithoutALabel()
    {
        var table = Readings(12, 40);
        var truth = new NumberColumn("truth", [.. Enumerable.Range(0, Rows).Select(row => row >= Rows - Faults ? 1.0 : 0.0)]);
        var run = await RunAsync(Told(table.With(truth)) with { Truth = "truth" });
        Assert.All(run.Evidence.Figures.Where(figure => figure.Data == "truth"), figure => Assert.Equal(Rows - 52, figure.Rows));
        Assert.Contains(run.Evidence.Figures, figure => figure is { Data: "truth", Metric: "roc_auc", Value: > 0.9 });

        // Of nothing but usual rows nothing can be told.
        var known = await RunAsync(Told(Readings(Faults, 40).With(truth)) with { Truth = "truth" });
        Assert.DoesNotContain(known.Evidence.Figures, figure => figure.Data == "truth");
    }

    [Theory]
    [InlineData("Isolation forest")]
    [InlineData("Learning from the labels.")]
    public async Task Run_Stopped_KeepsTheDetectors(string moment)
    {
        using var stop = new CancellationTokenSource();
        var run = await Told(Readings(12, 40)).RunAsync(new Stopper(moment, stop), stop.Token);

        Assert.True(run.Stopped);
        Assert.Equal((false, "The run was stopped before it had learned from the labels of 'fault', so the detectors score alone."), (run.Evidence.Labels!.AreUsed, run.Evidence.Labels.Reason));
        Assert.Equal(Rows, Reopened(run).Predict(Readings(0, 0)).RowCount);
    }

    [Fact]
    public async Task Run_PlanWhoseLabelsAreGone_SaysWhatIsMissing()
    {
        var first = await RunAsync(Told(Readings(5, 9)));
        var told = Told(Readings(5, 9)) with { Task = null, Target = null };

        var error = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(told with { Plan = first.Plan with { Labels = null } }));
        Assert.Equal("The plan's decision has members that learn from labels, but the plan names none. Put 'labels' back, or take 'decision' out of the plan to search anew.", error.Message);

        var absent = await Assert.ThrowsAsync<DataException>(() => RunAsync(told with { Plan = first.Plan, Table = told.Table.Without(["fault"]) }));
        Assert.Equal(
            "Column 'fault' was not found, and the model needs it.\nThe rows have: 'flow', 'heat', 'load', 'pump'. Add what is absent (empty where there is no value), or rename the columns that hold it (case matters).",
            absent.Message);
    }

    private static Task<TrainingRun> RunAsync(Training told) => told.RunAsync(stop: TestContext.Current.CancellationToken);

    private static Training Told(Table table) => new(table, "fault")
    {
        Learners = new LearnerCatalog().AddBuiltIn(),
        Only = ["isolation_forest", "ecod", "extra_trees", "linear"],
        Task = LearningTask.Anomalies,
        Trials = 1,
    };

    private static Predictor Reopened(TrainingRun run)
    {
        using var file = new MemoryStream();
        run.Package.Save(file);
        file.Position = 0;
        return Predictor.Load(file);
    }

    private static double[] Scores(TrainingRun run, Table table)
    {
        var predictions = Reopened(run).Predict(table);
        return [.. Enumerable.Range(0, table.RowCount).Select(row => predictions.Value(row, "score"))];
    }

    /// <summary>Area under the ROC curve on rows without a label.</summary>
    private static double Unlabelled(TrainingRun run, Table table, int strange, int usual)
    {
        var scores = Scores(run, table);
        double[] faults = [.. scores[(Rows - Faults + strange)..]];
        return faults.Average(one => scores[usual..(Rows - Faults)].Average(other => one > other ? 1.0 : one == other ? 0.5 : 0));
    }

    /// <summary>The last 60 rows are faults: the flow is that of another pump, which is usual in itself.</summary>
    private static Table Readings(int strange, int usual)
    {
        var random = new Random(6);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        bool IsFault(int row) => row >= Rows - Faults;
        bool?[] known = [.. Enumerable.Range(0, Rows).Select(row => row < usual ? false : IsFault(row) && row < Rows - Faults + strange ? (bool?)true : null)];
        return new(
        [
            new NumberColumn("flow", [.. Enumerable.Range(0, Rows).Select(row => IsFault(row) ? 2.2 + (0.1 * Normal()) : 3 * random.NextDouble())]),
            new NumberColumn("heat", [.. Enumerable.Range(0, Rows).Select(row => 20 + Normal())]),
            new NumberColumn("load", [.. Enumerable.Range(0, Rows).Select(_ => 5 + Normal())]),
            CategoryColumn.FromTexts("pump", [.. Enumerable.Range(0, Rows).Select(row => IsFault(row) ? "B" : row % 4 == 0 ? "B" : "A")]),
            Labels(known),
        ]);
    }

    private static CategoryColumn Labels(bool?[] known) => CategoryColumn.FromTexts("fault", [.. known.Select(label => label is { } told ? told ? "true" : "false" : null)]);

    /// <summary>Asks to stop when it is told a message.</summary>
    private sealed class Stopper(string moment, CancellationTokenSource stop) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Message == moment)
            {
                stop.Cancel();
            }
        }
    }
}
