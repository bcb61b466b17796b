using Modelwright.Core.Learning;
using Modelwright.Recording.Insights;
using Modelwright.Reports;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
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
        Assert.Equal("How much worse ROC AUC gets where a column is shuffled among 500 rows that the model has not seen, 5 times, with 95 % intervals. About 0 means that the model does as well without it. Columns that say the same share what they are worth. 3 columns of less use are in evidence.json.", chart.Reading);
    }

    [Fact]
    public void Effects_EachKind_HasItsPicture()
    {
        EffectPoint[] numbers = [Point(1, 0.02, -0.1), Point(2, 0.4, 0.1), Point(3, 0.4, 0.1), Point(4, 0.4, 0.1)];
        EffectPoint[] levels = [new() { Level = "a", Mean = 1, Lower = 0.9, Upper = 1.1, Accumulated = 0, Share = 0.5 }];
        var charts = EffectSection.Of(Ground(null, [new("x", "yes", "number", 100, numbers), new("flag", null, "number", 100, numbers[..2]), new("day", null, "time", 100, [Point(730_000, 1, 0), Point(730_400, 2, 0)]), new("level", null, "category", 100, levels)])).ToArray();

        Assert.StartsWith("What the model answers on average, had all of 100 rows that it had not seen one and the same value of a column, with 95 % intervals.", Assert.IsType<Prose>(charts[0]).Text, StringComparison.Ordinal);
        var line = Assert.IsType<LineChart>(charts[1]);
        Assert.Equal("mean probability of 'yes'", line.Y.Title);
        Assert.Equal(0, line.Series[0].Points[0].Lower);
        Assert.Equal(Math.Round(numbers.Average(point => point.Mean) + 0.1, 9), Math.Round(line.Series[1].Points[^1].Y, 9));
        Assert.Equal(["1", "2"], Assert.IsType<BarChart>(charts[2]).Bars.Select(bar => bar.Name));
        Assert.Equal((AxisScale.Time, 730_000), (Assert.IsType<LineChart>(charts[3]).X.Scale, ((LineChart)charts[3]).X.Minimum));
        Assert.Equal(["a"], Assert.IsType<BarChart>(charts[4]).Bars.Select(bar => bar.Name));
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
