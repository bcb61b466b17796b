using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

/// <summary>A learner that no project in the product knows goes the whole way by one entry in one list.</summary>
public sealed class AddingALearnerTests
{
    [Fact]
    public async Task Run_LearnerFromElsewhere_IsSearchedPackedAndOpened()
    {
        var catalog = new LearnerCatalog().Add(new ShareLearner("elsewhere"));
        var told = new Training(SmallTables.Classes(100), "churned") { Learners = catalog, Trials = 1 };
        var run = await told.RunAsync(stop: TestContext.Current.CancellationToken);
        Assert.Equal("elsewhere", run.Leaderboard[0].Learner);

        using var file = new MemoryStream();
        run.Package.Save(file);
        file.Position = 0;
        Assert.Equal(run.Package.ModelId, Package.Load(file).ModelId);
    }
}
