using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring;

namespace Modelwright.Tests.Monitoring;

public sealed class WindowCutTests
{
    private static readonly Table Days = new(
    [
        new TextColumn("day", ["2026-01-09", "2026-01-01", null, "2026-01-02", "2026-01-20"]),
        new NumberColumn("place", [0, 1, 2, 3, 4]),
    ]);

    [Theory]
    [InlineData(10, 4, "rows 1 to 4|rows 5 to 8|rows 9 to 10")]
    [InlineData(9, 4, "rows 1 to 4|rows 5 to 9")]
    [InlineData(3, 4, "rows 1 to 3")]
    [InlineData(8, 4, "rows 1 to 4|rows 5 to 8")]
    [InlineData(3, 1, "rows 1 to 1|rows 2 to 2|rows 3 to 3")]
    public void ByRows_CutsAllRows(int rows, int size, string names)
    {
        var cut = WindowCut.ByRows(new([new NumberColumn("a", new double[rows])]), size).ToArray();

        Assert.Equal(names, string.Join('|', cut.Select(window => window.Name)));
        Assert.Equal(rows, cut.Sum(window => window.Rows.RowCount));
    }

    [Fact]
    public void ByTime_CutsFromTheFirstTimeOn()
    {
        var cut = WindowCut.ByTime(Days, "day", TimeSpan.FromDays(7)).ToArray();

        Assert.Equal(["2026-01-01 00:00 on", "2026-01-08 00:00 on", "2026-01-15 00:00 on"], cut.Select(window => window.Name));
        Assert.Equal([2, 1, 1], cut.Select(window => window.Rows.RowCount));
    }

    [Fact]
    public void Cuts_ThatCannotBe_SayWhatToDo()
    {
        Assert.StartsWith("The rows have no column 'dai' to cut windows by. Did you mean 'day'?", Assert.Throws<OptionsException>(() => WindowCut.ByTime(Days, "dai", TimeSpan.FromDays(1))).Message, StringComparison.Ordinal);
        Assert.Equal("Windows of 00:00:01 cut the times of 'day' into none or too many, at most 10000 windows are made. Give a longer window, such as 7d.", Assert.Throws<OptionsException>(() => WindowCut.ByTime(Days, "day", TimeSpan.FromSeconds(1))).Message);
        Assert.Equal("A window of 0 rows cuts 5 rows into none or too many, at most 10000 windows are made. Give more rows a window, such as 5000.", Assert.Throws<OptionsException>(() => WindowCut.ByRows(Days, 0)).Message);
        Assert.Equal("No row has a time in column 'day'. Name the column that says when a row came.", Assert.Throws<DataException>(() => WindowCut.ByTime(Days.Take([2]), "day", TimeSpan.FromDays(1))).Message);
    }

    [Fact]
    public void Trend_OfAFall_IsFound()
    {
        var trend = PerformanceTrend.Of("accuracy", false, [0.9, 0.88, null, 0.84, 0.82, 0.80, 0.78])!;

        Assert.Equal(-0.02, trend.Slope, 1e-12);
        Assert.Equal(6, trend.Windows);
        Assert.InRange(trend.Chance, 0.001, 0.02);
        Assert.Null(PerformanceTrend.Of("accuracy", false, [0.9, 0.8, 0.7]));
        Assert.Equal(1, PerformanceTrend.Of("accuracy", false, [1, 1, 1, 1])!.Chance);
    }
}
