using Modelwright.Core.Learning;
using Modelwright.Recording;
using Modelwright.Recording.Selecting;
using Modelwright.Reports;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Sections;

namespace Modelwright.Tests.Reports;

public sealed class SelectionSectionTests
{
    private static readonly SelectedColumn[] Columns =
    [
        new("income", "kept", "confirmed", "It tells.") { Hits = 20, PValue = 1 / 21.0, Importance = 0.3, Lower = 0.2, Upper = 0.4 },
        new("note", "kept", "not_judged", "It stays."),
        new("noise", "left_out", "rejected", "It tells no more.") { Hits = 1, PValue = 20 / 21.0, Importance = -0.01, Lower = -0.02, Upper = 0.01 },
    ];

    [Fact]
    public void Of_Selected_ShowsBarsAndEveryColumnWithItsFeatures()
    {
        var blocks = SelectionSection.Of(Ground(new(FeatureChoice.Selected, "How.", 240, 5, 20, Columns))).ToArray();
        Assert.Equal("2 of 3 columns were kept; the others are not needed to predict. How.", Assert.IsType<Prose>(blocks[0]).Text);
        var bars = Assert.IsType<BarChart>(blocks[1]);
        Assert.Equal([("income", 0.3, 0.2, 0.4), ("noise", -0.01, -0.02, 0.01)], bars.Bars.Select(bar => (bar.Name, bar.Value, bar.Lower!.Value, bar.Upper!.Value)));
        var grid = Assert.IsType<Grid>(blocks[2]);
        Assert.Equal(["income", "kept", "20 of 20", "0.048", "3", "It tells."], grid.Rows[0]);
        Assert.Equal(["note", "kept", "", "", "1", "It stays."], grid.Rows[1]);
        Assert.Equal(["noise", "left out", "1 of 20", "0.952", "0", "It tells no more."], grid.Rows[2]);
        Assert.Equal(3, blocks.Length);
    }

    [Fact]
    public void Of_Fewest_ShowsTheCurveWithWhatWasTaken()
    {
        SetSize[] sizes = [new(1, 0.9, 0.4, 0.05), new(2, 0.52, 0.02, 0.03) { IsChosen = true }, new(3, 0.5, 0, 0)];
        var blocks = SelectionSection.Of(Ground(new(FeatureChoice.Fewest, "How.", 240, 5, 20, Columns) { Sizes = sizes })).ToArray();
        var curve = Assert.IsType<LineChart>(blocks[1]);
        Assert.Equal([(1.0, 0.9), (2, 0.52), (3, 0.5)], curve.Series[0].Points.Select(point => (point.X, point.Y)));
        Assert.Equal([(2.0, 0.52)], curve.Series[1].Points.Select(point => (point.X, point.Y)));
        Assert.Equal([0.55, 0.53, 0.5], curve.Series[2].Points.Select(point => Math.Round(point.Y, 9)));
        Assert.Equal(SeriesLook.Reference, curve.Series[2].Look);
    }

    [Fact]
    public void Of_AllColumns_IsLeftOut() => Assert.Empty(SelectionSection.Of(Ground(null)));

    private static ReportGround Ground(EvidenceSelection? selection) => new(
        new()
        {
            Task = "classification",
            Metric = "roc_auc",
            Rows = new() { Read = 1, WithoutTarget = 0, Development = 1, SealedHoldout = 0, Test = 0, Shipped = 1 },
            Models = [],
            Figures = [],
            Leaderboard = [],
            Selection = selection,
            Features = [new(["income"], ["income", "income:missing"]), new(["income", "note"], ["income/note"])],
        },
        new() { Task = LearningTask.Classification, Metric = "roc_auc", Columns = [] })
    {
        ModelId = "",
    };
}
