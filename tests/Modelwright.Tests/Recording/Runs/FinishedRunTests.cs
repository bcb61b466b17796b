using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.Recording.Runs;

/// <summary>A repeat that comes to another model says why, as far as that can be told.</summary>
public sealed class FinishedRunTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    private static Training Told(int rows = 120) => new(SmallTables.Classes(rows), "churned") { Learners = Learners, Trials = 2, Threads = 2 };

    private static async Task<(TrainingRun Run, FinishedRun Finished)> TrainAsync(Training told)
    {
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        return (run, FinishedRun.From(run.Package.PlanJson, run.Package.EvidenceJson, run.Package.ModelId, "model.mw"));
    }

    private static Task<Reproduction> RepeatAsync(FinishedRun finished, Training told) => Reproduction.OfAsync(finished, told, stop: TestContext.Current.CancellationToken);

    [Fact]
    public async Task Repeat_OfAPackage_AgreesWhateverTheBudgetWas()
    {
        var (run, finished) = await TrainAsync(Told(300) with { Trials = null, Budget = TimeSpan.FromSeconds(2) });

        var repeated = await RepeatAsync(finished, Told(300));

        Assert.True(repeated.Agrees, string.Join(' ', repeated.Reasons));
        Assert.Equal((run.Package.ModelId, 300), (repeated.ModelId, finished.Rows));
        Assert.Equal(EvidenceMachine.This, finished.Machine);
    }

    [Fact]
    public async Task Repeat_OtherRows_SaysHowMany()
    {
        var (_, finished) = await TrainAsync(Told());
        var repeated = await RepeatAsync(finished, Told(rows: 130));
        Assert.False(repeated.Agrees);
        Assert.Equal(["The first run read 120 rows, and this one 130."], repeated.Reasons);
    }

    [Fact]
    public async Task Repeat_WithoutALearnerOfThePlan_SaysWhich()
    {
        var (run, finished) = await TrainAsync(Told());
        var repeated = await RepeatAsync(finished, Told() with { Learners = new LearnerCatalog().Add(new ShareLearner("other")) });
        Assert.Null(repeated.ModelId);
        Assert.Equal(
            run.Plan.Decision!.Members.Select(member => member.Learner).Distinct().Select(name => $"The learner '{name}' of the plan is not in this program. Repeat it with the release that made the model."),
            repeated.Reasons);
    }

    [Fact]
    public async Task Repeat_LearnerThatCannotWork_SaysWhy()
    {
        var (run, finished) = await TrainAsync(Told() with { Learners = new LearnerCatalog().Add(new ShareLearner("baseline", isBaseline: true)).Add(new ShareLearner("other")) });
        var absent = new LearnerCatalog().Add(new ShareLearner("baseline") { Unavailable = "libfoo.so is missing. Install it." }).Add(new ShareLearner("other") { Unavailable = "libfoo.so is missing. Install it." });
        var repeated = await RepeatAsync(finished, Told() with { Learners = absent });
        Assert.Contains($"The learner '{run.Plan.Decision!.Members[0].Learner}' of the plan cannot work here: libfoo.so is missing. Install it.", repeated.Reasons);
    }

    [Fact]
    public async Task Repeat_PlanWithoutADecision_IsRefused()
    {
        var (_, finished) = await TrainAsync(Told());
        var fault = await Assert.ThrowsAsync<OptionsException>(() => RepeatAsync(finished with { Plan = finished.Plan with { Decision = null } }, Told()));
        Assert.Equal("The plan is not finished: it holds no 'decision', so there is nothing to repeat. Bring the package or the plan that a run left.", fault.Message);
    }

    [Fact]
    public async Task Differences_AllThatIsKnown_AreTold()
    {
        var (_, finished) = await TrainAsync(Told());
        var here = EvidenceMachine.This;
        var elsewhere = finished with { Fingerprint = "aa", Rows = 5, LeftOutForMemory = 3, Machine = new("0.1.0", "plan9", "vax") };

        Assert.Equal(
            [
                "Other data was read: the model was made from what has the sha256 aa, and this has bb. Bring the same data.",
                "The first run read 5 rows, and this one 6.",
                "The first run left 3 rows out for memory. Give the same --memory.",
                $"The release is another: '0.1.0' made the model, and this is '{here.Release}'. Repeat it there.",
                $"The system is another: 'plan9' made the model, and this is '{here.System}'. Repeat it there.",
                $"The architecture is another: 'vax' made the model, and this is '{here.Architecture}'. Repeat it there.",
            ],
            elsewhere.Differences("bb", 6, 6));
        Assert.Equal(
            ["What made the model is not recorded in it, so another release, system or architecture may be the reason."],
            (finished with { Machine = null }).Differences(null, 120, 120));
        Assert.Equal(
            ["Rows, release, system and architecture are the same, so the reason cannot be told from here: native libraries may differ, or the first run had other options of reading, --test-rows or --memory."],
            finished.Differences(null, 120, 120));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"rows": 7, "machine": "x", "fingerprint": 1}""")]
    [InlineData("""{"rows": {"read": 1e99}, "machine": {"release": 7}}""")]
    public async Task From_HostileEvidence_IsTakenForUnknown(string evidence)
    {
        var (run, _) = await TrainAsync(Told());
        var finished = FinishedRun.From(run.Package.PlanJson, evidence, run.Package.ModelId, "model.mw");
        Assert.Null(finished.Fingerprint);
        Assert.Null(finished.Rows);
    }
}
