using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Reports;
using Modelwright.Reports.Content;
using Modelwright.Reports.Sections;
using Modelwright.Runtime.Forms.Linear;

namespace Modelwright.Tests.Reports;

public sealed class WrittenModelSectionTests
{
    private static ReportGround Ground(int terms, Readability readability) => new(
        new()
        {
            Task = "regression",
            Metric = "rmse",
            Rows = new() { Read = 1, WithoutTarget = 0, Development = 1, SealedHoldout = 0, Test = 0, Shipped = 1 },
            Models = [],
            Figures = [],
            Leaderboard = [],
            Choices = [new("Shipped model", 1, 1, readability) { IsShipped = true }],
        },
        new() { Task = LearningTask.Regression, Metric = "rmse", Columns = [] })
    {
        ModelId = "",
        Form = new NumberLinearForm(new([.. Enumerable.Range(0, terms).Select(term => new FormInput($"x{term}", ColumnType.Number, []))], [.. Enumerable.Repeat(0.5, terms)], [2])),
    };

    [Fact]
    public void Of_ShortModel_ShowsAllOfIt()
    {
        var blocks = WrittenModelSection.Of(Ground(2, Readability.Fully)).ToArray();
        Assert.Equal("The whole model, 2 terms, with its numbers rounded. A person can follow it from a row to the answer.", Assert.IsType<Prose>(blocks[0]).Text);
        var grid = Assert.IsType<Grid>(blocks[1]);
        Assert.Equal(["the answer is 2", "  +0.5 x x0", "  +0.5 x x1"], grid.Rows.Select(row => Assert.Single(row)));
        Assert.Equal("", grid.Note);
    }

    [Fact]
    public void Of_LongModel_SaysHowMuchMoreThereIs()
    {
        var grid = Assert.IsType<Grid>(WrittenModelSection.Of(Ground(100, Readability.Fully)).Last());
        Assert.Equal(60, grid.Rows.Count);
        Assert.Equal("… 41 more lines; the package holds all of them.", grid.Note);
    }

    [Fact]
    public void Of_ModelThatCannotBeRead_IsLeftOut() => Assert.Empty(WrittenModelSection.Of(Ground(2, Readability.None)));
}
