using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;

namespace Modelwright.Tests.Reports;

public sealed class ReportPageTests
{
    private static string Page(params ReportBlock[] blocks) => ReportPage.Write(new("title", "lead", [new("one", "One", blocks)]));

    private static Grid Rows(int count) => Grid.Of("", "name", Enumerable.Range(0, count).Select(row => (IReadOnlyList<string>)[$"row {row}"]));

    private static int Count(string page, string part) => page.Split(part).Length - 1;

    [Theory]
    [InlineData(12, 0)]
    [InlineData(13, 1)]
    public void Write_LongTable_KeepsItsFirstRowsAndFoldsTheRest(int rows, int folded)
    {
        var page = Page(Rows(rows));
        Assert.Equal(folded, Count(page, "<summary>5 more rows</summary>"));
        Assert.Equal(rows, Count(page, "<td>row "));
        Assert.True(folded == 0 || page.IndexOf("row 7", StringComparison.Ordinal) < page.IndexOf("<details", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Detail_IsFolded() =>
        Assert.Contains("<details class=\"more detail\"><summary>what it means</summary>", Page(Rows(2) with { Title = "what it means", IsDetail = true }), StringComparison.Ordinal);

    [Fact]
    public void Write_ManyNotices_NeverFoldsWhatIsSevere()
    {
        var page = Page(new Notices([.. Enumerable.Range(0, 20).Select(item => new Notice(item < 10 ? "severe" : "note", $"item {item}."))]));
        Assert.Contains("<summary>10 more</summary>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("item 9.", StringComparison.Ordinal) < page.IndexOf("<summary>10 more", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_ManyPictures_FoldsThoseAfterTheFirst()
    {
        var chart = new BarChart { Title = "bars", Reading = "", Axis = "rows", Names = "name", Bars = [new("a", 1), new("b", 0.00012)] };
        var page = Page([.. Enumerable.Repeat(chart, 20)]);
        Assert.Contains("<summary>8 more pictures</summary>", page, StringComparison.Ordinal);
        Assert.Equal(20, Count(page, "<figure>"));
        Assert.Contains("<td class=\"number\">0.0001</td>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>bars</h3></figcaption>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HashAsFact_HasALineOfItsOwn() =>
        Assert.Contains($"<div class=\"long\"><dt>hash</dt><dd>{new string('0', 64)}</dd></div>", Page(new Facts([new("hash", new string('0', 64))])), StringComparison.Ordinal);

    [Theory]
    [InlineData(3, "12", true, false)]
    [InlineData(7, "1234.5678", true, true)]
    [InlineData(12, "2011-01-04", false, true)]
    public void Write_HeatChart_ShowsNumbersThatFitAndTurnsNamesThatDoNot(int columns, string name, bool hasNumbers, bool isTurned)
    {
        string[] names = [.. Enumerable.Repeat(name, columns)];
        IReadOnlyList<IReadOnlyList<double>> values = [[.. Enumerable.Repeat(0.123456, columns)]];
        var page = Page(new HeatChart { Title = "map", Reading = "r", RowsTitle = "truth", ColumnsTitle = "answer", Rows = ["x"], Columns = names, Values = values, Shades = values });
        Assert.Equal(hasNumbers, page.Contains(">0.123</text>", StringComparison.Ordinal));
        Assert.Equal(isTurned, page.Contains("rotate(-90)", StringComparison.Ordinal));
    }
}
