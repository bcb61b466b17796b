using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Tasks;

/// <summary>A task that no project in the product knows goes through train, package, predict and reproduce by what a host brings.</summary>
public sealed class AddingATaskTests
{
    private static readonly FormCatalog Forms = new([.. BuiltInForms.All, MeanForm.Reader]);

    [Fact]
    public async Task Run_TaskFromElsewhere_IsTrainedPackedAndPredicted()
    {
        var run = await Told().RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal("distance_from_the_mean", run.Evidence.Task);
        Assert.Equal("mean_row", run.Leaderboard[0].Learner);
        Assert.Equal("Distances from the mean", run.Report.Title);
        Assert.Equal("Every row has a distance from the mean.", run.Report.Lead);

        using var file = new MemoryStream();
        run.Package.Save(file);
        file.Position = 0;
        using var predictor = Predictor.Load(file, forms: Forms);
        Assert.Equal(InventedTask.Name, predictor.Package.Model.Task);
        var predictions = predictor.Predict(Rows());
        Assert.Equal(["from_mean", "above"], predictions.Columns.Select(column => column.Name));
        Assert.Equal(1, predictions[2]["above"]);
        Assert.Equal(("side", "above"), (predictions.Texts!.Name, predictions[2].Text));
        Assert.Null(predictions[0].Text);
        Assert.True(predictions[0]["from_mean"] > predictions[1]["from_mean"]);
        Assert.Null(predictions[0].Value);
        var fault = Assert.Throws<OptionsException>(() => predictions[0]["from_men"]);
        Assert.Equal("The model answers no column 'from_men'. Did you mean 'from_mean'? It answers: from_mean, above.", fault.Message);
    }

    [Fact]
    public async Task Run_ItsPlanRepeated_GivesTheSameModel()
    {
        var first = await Told().RunAsync(stop: TestContext.Current.CancellationToken);
        var again = await (Told() with { Task = null, Plan = first.Plan }).RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Equal(first.Package.ModelId, again.Package.ModelId);
    }

    [Fact]
    public async Task Run_OptionsOfTasksWithATarget_AreRefusedTogether()
    {
        var told = Told() with { Target = "x", Metric = "rmse", Folds = 3, Segments = 1, Contamination = 0.7 };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal(
            """
            Segments must be from 2 to 500. Got 1. Leave it out to let the data tell.
            Contamination must be above 0 and at most 0.5. Got 0.7. Leave it out to let the data tell.
            The task 'distance_from_the_mean' predicts no column, and 'x' is named as the target. Leave --target out; to compare the answers with that column, name it with --truth.
            --metric has no use for the task 'distance_from_the_mean', which predicts no column. Leave it out.
            --folds has no use for the task 'distance_from_the_mean', which predicts no column. Leave it out.
            """,
            fault.Message);
    }

    [Fact]
    public async Task Run_NeitherTargetNorSuchATask_SaysWhatThereIs()
    {
        var told = Told() with { Task = null, Truth = "x" };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal(
            """
            No target is named. Name the column to predict with --target, bring a plan that names it with --plan, or ask what needs no target with --task: distance_from_the_mean.
            --truth has no use where a column is predicted. Leave it out, or name a task without a target with --task.
            """,
            fault.Message);
    }

    [Fact]
    public async Task Run_NoLearnerOfTheTask_SaysSo()
    {
        var told = Told() with { Learners = new LearnerCatalog().Add(new ShareLearner("shares")) };
        var fault = await Assert.ThrowsAsync<OptionsException>(() => told.RunAsync(stop: TestContext.Current.CancellationToken));

        Assert.Equal("The task 'distance_from_the_mean' has no learner in this program. Bring one that can do it.", fault.Message);
    }

    private static Training Told() => new(Rows(), null)
    {
        Learners = new LearnerCatalog().Add(new MeanLearner()),
        Tasks = [new InventedTask()],
        Task = InventedTask.Name,
        Trials = 1,
    };

    private static Table Rows() => new([new NumberColumn("x", [-9, 1, 9, 0, 0.5, -0.5, 1.5, -1.5, 2, -2]), new NumberColumn("y", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])]);
}
