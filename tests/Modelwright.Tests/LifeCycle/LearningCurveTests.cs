using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class LearningCurveTests
{
    private static readonly LearnerCatalog Learners = new LearnerCatalog().AddBuiltIn();

    [Fact]
    public async Task Run_CurveAskedFor_IsInTheEvidenceAndChangesNoModel()
    {
        var told = new Training(SmallTables.Classes(600), "churned") { Learners = Learners, Trials = 2, Folds = 4 };
        var plain = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        var run = await (told with { LearningCurve = true }).RunAsync(stop: TestContext.Current.CancellationToken);
        var again = await (told with { LearningCurve = true, Threads = 1 }).RunAsync(stop: TestContext.Current.CancellationToken);
        var curve = run.Evidence.LearningCurve!;

        Assert.Null(plain.Evidence.LearningCurve);
        Assert.Equal(plain.Package.ModelId, run.Package.ModelId);
        Assert.Equal([57, 113, 225, 450], curve.Points.Select(point => point.Rows));
        Assert.Equal(curve.Points.Select(point => point.Score), again.Evidence.LearningCurve!.Points.Select(point => point.Score));
        Assert.Equal(run.Leaderboard[0].Score, curve.Points[^1].Score, 1e-12);
        Assert.True(curve.GainLower <= curve.GainUpper);
    }

    [Fact]
    public async Task Run_CurveOfFewRows_SaysWhyThereIsNone()
    {
        var run = await new Training(SmallTables.Classes(60), "churned") { Learners = Learners, Trials = 1, LearningCurve = true }.RunAsync(stop: TestContext.Current.CancellationToken);

        Assert.Null(run.Evidence.LearningCurve);
        Assert.Contains("There is no learning curve: rows or time are too few for three parts of the data. Give more with --budget, or bring more rows.", run.Warnings);
    }
}
