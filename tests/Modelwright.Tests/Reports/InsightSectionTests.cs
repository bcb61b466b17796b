using Modelwright.Core.Learning;
using Modelwright.Recording.Insights;
using Modelwright.Reports;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Sections;

namespace Modelwright.Tests.Reports;

public sealed class InsightSectionTests
{
    [Fact]
    public void Importances_Bars_HaveIntervalsAndSayHowMany()
    {
        var ground = Ground(new("roc_auc", "sealed_holdout", 500, 5, 0.9, [new("income", 0.2, 0.01, 0.18, 0.22), new("age", 0.1, 0.01, 0.08, 0.12)], 3), []);
        var chart = Assert.IsType<BarChart>(Assert.Single(ImportanceSection.Of(ground)));

        Assert.Equal([("income", 0.2, 0.18, 0.22), ("age", 0.1, 0.08, 0.12)], chart.Bars.Select(bar => (bar.Name, bar.Value, bar.Lower!.Value, bar.Upper!.Value)));
        Assert.Equal("How much ROC AUC loses where a column is shuffled among 500 rows that the model has not seen (sealed holdout), 5 times. Two columns that say the same share it. 3 columns of less use are not shown.", chart.Reading);
    }

    [Fact]
    public void Effects_EachKind_HasItsPicture()
    {
        EffectPoint[] numbers = [Point(1, 0.2, -0.1), Point(2, 0.4, 0.1)];
        EffectPoint[] levels = [new() { Level = "a", Mean = 1, Lower = 0.9, Upper = 1.1, Accumulated = 0, Share = 0.5 }];
        var charts = EffectSection.Of(Ground(null, [new("x", "yes", "number", 100, numbers), new("day", null, "time", 100, [Point(730_000, 1, 0), Point(730_400, 2, 0)]), new("level", null, "category", 100, levels)])).ToArray();

        var line = Assert.IsType<LineChart>(charts[0]);
        Assert.Equal("mean probability of 'yes'", line.Y.Title);
        Assert.Equal([0.2, 0.4], line.Series[1].Points.Select(point => Math.Round(point.Y, 9)));
        Assert.InRange(Assert.IsType<LineChart>(charts[1]).X.Minimum, 1999, 2000);
        Assert.Equal(["a"], Assert.IsType<BarChart>(charts[2]).Bars.Select(bar => bar.Name));
    }

    [Fact]
    public void Sections_NothingMeasured_AreLeftOut()
    {
        Assert.Empty(ImportanceSection.Of(Ground(null, [])));
        Assert.Empty(EffectSection.Of(Ground(null, [])));
    }

    private static EffectPoint Point(double value, double mean, double accumulated) =>
        new() { Value = value, Mean = mean, Lower = mean - 0.05, Upper = mean + 0.05, Accumulated = accumulated, Share = 0.5 };

    private static ReportGround Ground(Importances? importances, Effect[] effects) => new(
        new()
        {
            Task = "classification",
            Metric = "roc_auc",
            Rows = new() { Read = 1, WithoutTarget = 0, Development = 1, SealedHoldout = 0, Test = 0, Shipped = 1 },
            Models = [],
            Figures = [],
            Leaderboard = [],
            Importances = importances,
            Effects = effects,
        },
        new() { Task = LearningTask.Classification, Metric = "roc_auc", Columns = [] })
    {
        ModelId = "",
    };
}
