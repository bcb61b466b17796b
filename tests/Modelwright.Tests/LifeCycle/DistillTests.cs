using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>One small model that learned from what the best one answers.</summary>
public sealed class DistillTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static Task<TrainingRun> RunAsync(Training told) => told.RunAsync(stop: TestContext.Current.CancellationToken);

    /// <summary>Six columns of which a plane tells the class, with a third of the labels turned round: one tree of hard labels follows the noise.</summary>
    private static Table Noisy(int rows, int seed)
    {
        var random = new Random(seed);
        var columns = Enumerable.Range(0, 6).Select(_ => new double[rows]).ToArray();
        var label = new string[rows];
        for (var row = 0; row < rows; row++)
        {
            foreach (var column in columns)
            {
                column[row] = random.NextDouble();
            }

            var isAbove = columns[0][row] + columns[1][row] + columns[2][row] > 1.5;
            label[row] = isAbove != random.NextDouble() < 0.33 ? "yes" : "no";
        }

        return new([.. columns.Select((column, place) => new NumberColumn($"x{place}", column)), CategoryColumn.FromTexts("y", label)]);
    }

    [Fact]
    public async Task Run_TreeTaughtOnNoisyLabels_BeatsTheSameTreeUntaught()
    {
        var run = await RunAsync(new(Noisy(3000, 5), "y") { Learners = Learners, Only = ["extra_trees", "random_forest", "decision_tree"], Trials = 3, Threads = 2, Distill = true, Interpretable = true, MaximumSize = 1500 });

        var found = run.Evidence.Distillation!;
        Assert.Equal("Decision tree", found.Student.Title);
        Assert.True(found.TeacherShare > 0);
        Assert.True(found.StudentAndUntaught.Difference > 0.005, found.Meaning);
        Assert.InRange(FormBytes.Write(run.Package.Model.Form).Length, 1, 1500);
        Assert.NotEmpty(Assert.IsAssignableFrom<IReadable>(run.Package.Model.Form).Lines);
        Assert.True(run.Evidence.Limits is { Interpretable: true, AreKept: true });
        Assert.Equal((600, "sealed_holdout"), (found.Figures[1].Rows, run.Headline.Data));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(2400)]
    public async Task Run_Distilled_ShipsOneSmallModelAndRepeats(int rows)
    {
        var told = new Training(SmallTables.Classes(rows), "churned") { Learners = Learners, Trials = 6, Threads = 2, Distill = true };

        var run = await RunAsync(told);

        Assert.Single(run.Plan.Decision!.Members);
        Assert.Equal("whole", run.Plan.Decision.Fit);
        Assert.True(run.Evidence.Rows.SealedHoldout > 0);
        Assert.Equal(rows, run.Evidence.Models.Single(model => model.Name == "shipped").Rows);
        var found = run.Evidence.Distillation!;
        Assert.InRange(FormBytes.Write(run.Package.Model.Form).Length, 1, Math.Max(20 << 10, found.Teacher.SizeBytes / 10));
        Assert.Equal(found.TeacherShare == 0, run.Plan.Decision.Teacher is null);
        Assert.InRange(run.Headline.Value, 0.8, 1);
        Assert.Contains(run.Report.Sections, section => section.Id == "distillation");
        var plan = Documents.ReadPlan(Documents.Write(run.Plan), "plan.json");
        var repeated = await RunAsync(told with { Plan = plan, Distill = false, Threads = 1 });
        Assert.Equal(run.Package.ModelId, repeated.Package.ModelId);
    }

    [Fact]
    public async Task Run_Numbers_AreTaughtToo()
    {
        var run = await RunAsync(new(SmallTables.Numbers(400), "answer") { Learners = Learners, Trials = 5, Threads = 2, Distill = true });

        Assert.Equal("rmse", run.Evidence.Distillation!.Metric);
        Assert.InRange(run.Headline.Value, 0, 1);
    }

    [Fact]
    public async Task Run_TooFewRows_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(new(SmallTables.Classes(40), "churned") { Learners = Learners, Trials = 1, Distill = true }));

        Assert.Equal("A distilled model is scored on rows that neither it nor its teacher has seen; 40 rows are too few, 50 at least are needed. Leave out --distill, or bring more rows.", fault.Message);
    }

    [Fact]
    public async Task Run_TaskWithoutTarget_HasNoUseForIt()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(new(SmallTables.Classes(100), null) { Learners = Learners, Task = LearningTask.Clustering, Trials = 1, Distill = true }));

        Assert.Equal("--distill has no use for the task 'clustering', which predicts no column. Leave it out.", fault.Message);
    }

    [Fact]
    public async Task Run_SizeThatNothingHas_SaysWhatTheSmallestHas()
    {
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RunAsync(new(SmallTables.Classes(200), "churned") { Learners = Learners, Only = ["linear"], Trials = 1, Distill = true, MaximumSize = 100 }));

        Assert.Matches(@"^No model keeps within --max-size 100 bytes \(the smallest that was found, Linear model, takes [0-9.]+ (KB|bytes)\)\. Allow more, choose among other learners with --learners, or leave columns out with --ignore\.$", fault.Message);
    }

    [Theory]
    [InlineData("\"teacher_share\": 0.5", "plan.json: the decision has a 'teacher_share' and no 'teacher'. Mend it, or take 'decision' out of the plan to search anew.")]
    [InlineData("\"teacher_share\": 2, \"teacher\": { \"fit\": \"folds\", \"splitter\": \"stratified\", \"members\": [{ \"learner\": \"linear\", \"weight\": 1, \"seed\": 0, \"partition_seed\": 0, \"parameters\": [{}] }] }", "plan.json: 'teacher_share' must be above 0 and at most 1. Got 2. Mend it, or take 'decision' out of the plan to search anew.")]
    [InlineData("\"teacher_share\": 1, \"teacher\": { \"fit\": \"whole\", \"splitter\": \"stratified\", \"members\": [{ \"learner\": \"linear\", \"weight\": 1, \"seed\": 0, \"partition_seed\": 0, \"parameters\": [{}] }] }", "plan.json: the teacher of the decision must be fitted on folds ('fit': 'folds') and have no teacher of its own. Mend it, or take 'decision' out of the plan to search anew.")]
    public void ReadPlan_UnsoundTeacher_SaysSo(string property, string text)
    {
        var member = "{ \"learner\": \"linear\", \"weight\": 1, \"seed\": 0, \"partition_seed\": 0, \"parameters\": [{}] }";
        var fault = Assert.Throws<OptionsException>(() => Documents.ReadPlan($$"""{ "format": 1, "task": "classification", "metric": "roc_auc", "columns": [], "distill": true, "decision": { "fit": "whole", "splitter": "stratified", "members": [{{member}}], {{property}} } }""", "plan.json"));

        Assert.Equal(text, fault.Message);
    }
}
