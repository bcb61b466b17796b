using Modelwright.Learners;
using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Recording.Insights;
using Modelwright.Tests.Data;

namespace Modelwright.Tests.LifeCycle;

public sealed class InsightTests
{
    [Theory]
    [InlineData(300, "out_of_fold")]
    [InlineData(2_400, "sealed_holdout")]
    public async Task Run_Evidence_HasImportancesOfUnseenRowsAndEffects(int rows, string data)
    {
        var evidence = (await Told(rows, threads: 2).RunAsync(stop: TestContext.Current.CancellationToken)).Evidence;

        var importances = Assert.IsType<Importances>(evidence.Importances);
        Assert.Equal((data, "roc_auc", 0), (importances.Data, importances.Metric, importances.LeftOut));
        Assert.True(importances.Columns[0].Lower > 0);
        Assert.All(importances.Columns, one => Assert.InRange(one.Value, one.Lower, one.Upper));
        Assert.Contains(evidence.Effects, effect => effect.Column == importances.Columns[0].Column);
        Assert.All(evidence.EffectMaps, map => Assert.Equal(map.FirstPoints.Count * map.SecondPoints.Count, map.Means.Count));
        Assert.InRange(Documents.Write(evidence.Effects).Length + Documents.Write(evidence.EffectMaps).Length, 1, 100_000);
    }

    [Fact]
    public async Task Run_WithoutAClock_SameInsightAtAnyNumberOfThreads()
    {
        var one = (await Told(300, threads: 1).RunAsync(stop: TestContext.Current.CancellationToken)).Evidence;
        var two = (await Told(300, threads: 2).RunAsync(stop: TestContext.Current.CancellationToken)).Evidence;

        Assert.Equal(Documents.Write(one.Importances), Documents.Write(two.Importances));
        Assert.Equal(Documents.Write(one.Effects), Documents.Write(two.Effects));
        Assert.Equal(Documents.Write(one.EffectMaps), Documents.Write(two.EffectMaps));
    }

    private static Training Told(int rows, int threads) => new(SmallTables.Classes(rows), "churned") { Learners = new LearnerCatalog().AddBuiltIn(), Trials = 3, Threads = threads };
}
