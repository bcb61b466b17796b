using System.Text;
using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Profiles;
using Modelwright.Sources;

namespace Modelwright.Tests.Reports;

public sealed class ProfileReportTests
{
    private static readonly SourceReport Source = new() { Path = "folder/rows.csv", Source = "csv", Fingerprint = "00ff", Bytes = 0, RowsRead = 400 };

    [Fact]
    public void Of_Table_DrawsEveryColumnThatSaysSomething()
    {
        var random = new Random(2);
        var table = new Table(
        [
            new NumberColumn("age", [.. Enumerable.Range(0, 400).Select(row => row % 10 == 0 ? double.NaN : 20 + (40 * random.NextDouble()))]),
            CategoryColumn.FromTexts("town", [.. Enumerable.Range(0, 400).Select(row => row % 3 == 0 ? "Bonn" : "Celle")]),
            new TimeColumn("day", [.. Enumerable.Range(0, 400).Select(row => new DateTime(2026, 1, 1).AddDays(row).Ticks)]),
            new NumberColumn("nothing", [.. Enumerable.Repeat(double.NaN, 400)]),
        ]);
        var profile = Profiler.Inspect(table, cancellation: TestContext.Current.CancellationToken);
        var report = ProfileReport.Of(profile, table, Source);
        var charts = report.Sections.Single(section => section.Id == "distributions").Blocks.Cast<Chart>().ToArray();
        Assert.Equal("rows.csv", report.Title);
        Assert.StartsWith("400 rows, 4 columns; ", report.Lead, StringComparison.Ordinal);
        Assert.Equal(["age", "town", "day"], charts.Select(chart => chart.Title));
        Assert.Equal("Rows by value; the outermost bars hold what lies beyond them too. 10 % have none.", charts[0].Reading);
        Assert.Equal(360, ((LineChart)charts[0]).Series[0].Points.Sum(point => point.Y));
        Assert.Equal(["Celle", "Bonn"], ((BarChart)charts[1]).Bars.Select(bar => bar.Name));
        Assert.Equal(400, ((BarChart)charts[2]).Bars.Sum(bar => bar.Value));
    }

    [Fact]
    public void Of_EmptyTable_SaysSo()
    {
        var table = new Table([new NumberColumn("age", [])]);
        var report = ProfileReport.Of(Profiler.Inspect(table, cancellation: TestContext.Current.CancellationToken), table, Source);
        Assert.StartsWith("0 rows, 1 columns", report.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Sections, section => section.Id == "distributions");
    }

    [Fact]
    public void Save_Report_ReplacesTheFileWhole()
    {
        var table = new Table([CategoryColumn.FromTexts("town", [.. Enumerable.Repeat("Bonn", 50)])]);
        var path = Path.Combine(Directory.CreateTempSubdirectory("modelwright").FullName, "deep", "page.html");
        var report = ProfileReport.Of(Profiler.Inspect(table, cancellation: TestContext.Current.CancellationToken), table, Source);
        ReportPage.Save(report, path);
        ReportPage.Save(report, path);
        Assert.Equal(ReportPage.Write(report), File.ReadAllText(path, Encoding.UTF8));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }
}
