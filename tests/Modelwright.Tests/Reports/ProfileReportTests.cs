using System.Text;
using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
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
        var report = Report(table, "town");
        var charts = report.Sections.Single(section => section.Id == "distributions").Blocks.Cast<Chart>().ToArray();
        Assert.Equal("rows.csv", report.Title);
        Assert.StartsWith("400 rows, 4 columns; ", report.Lead, StringComparison.Ordinal);
        Assert.Equal(["town", "age", "day"], charts.Select(chart => chart.Title));
        Assert.Matches(@"^10 % have no value\. Half of the rows are at or below [0-9.]+, 8 of 10 from [0-9.]+ to [0-9.]+\.$", charts[1].Reading);
        Assert.Equal(360, ((LineChart)charts[1]).Series[0].Points.Sum(point => point.Y));
        Assert.Equal(["Celle", "Bonn"], ((BarChart)charts[0]).Bars.Select(bar => bar.Name));
        Assert.Equal((AxisScale.Time, 400), (((LineChart)charts[2]).X.Scale, ((LineChart)charts[2]).Series[0].Points.Sum(point => point.Y)));
        Assert.Equal(["summary", "findings", "relations", "missing", "changes", "columns", "distributions"], report.Sections.Select(section => section.Id));
        Assert.Equal([("nothing", 100.0), ("age", 10.0)], Bars(report, "missing"));
    }

    [Fact]
    public void Of_ColumnThatTellsTheTarget_StandsFirst()
    {
        var random = new Random(3);
        double[] near = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        var table = new Table(
        [
            new NumberColumn("noise", [.. near.Select(_ => random.NextDouble())]),
            new NumberColumn("near", near),
            new NumberColumn("rising", [.. near.Select((value, row) => row + value)]),
            CategoryColumn.FromTexts("town", [.. near.Select(value => value > 0.5 ? "Bonn" : "Celle")]),
        ]);
        var report = Report(table, "town");
        Assert.Equal("near", Bars(report, "relations")[0].Name);
        Assert.InRange(Bars(report, "relations")[0].Value, 0.8, 1);
        Assert.Equal("rising", Bars(report, "changes")[0].Name);
    }

    [Fact]
    public void Of_LongTail_ShowsSharesInsteadOfOneBin()
    {
        var table = new Table([new NumberColumn("pay", [.. Enumerable.Range(0, 400).Select(row => row == 7 ? 1e6 : row % 50)])]);
        var chart = Assert.IsType<LineChart>(Report(table, null).Sections.Single(section => section.Id == "distributions").Blocks[0]);
        Assert.Equal("A few values are far from the others, so this shows how many rows have a value up to which. Half of the rows are at or below 25, 8 of 10 from 4.9 to 45. 1 value is far from the others.", chart.Reading);
        Assert.InRange(chart.X.Maximum, 48, 50);
    }

    [Fact]
    public void Of_EmptyTable_SaysSo()
    {
        var table = new Table([new NumberColumn("age", [])]);
        var report = Report(table, null);
        Assert.StartsWith("0 rows, 1 column;", report.Lead, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Sections, section => section.Id == "distributions");
    }

    [Fact]
    public void Save_Report_ReplacesTheFileWhole()
    {
        var table = new Table([CategoryColumn.FromTexts("town", [.. Enumerable.Repeat("Bonn", 50)])]);
        var path = Path.Combine(Directory.CreateTempSubdirectory("modelwright").FullName, "deep", "page.html");
        var report = Report(table, null);
        ReportPage.Save(report, path);
        ReportPage.Save(report, path);
        Assert.Equal(ReportPage.Write(report), File.ReadAllText(path, Encoding.UTF8));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    private static ReportDocument Report(Table table, string? target)
    {
        var profile = Profiler.Inspect(table, new() { Target = target }, TestContext.Current.CancellationToken);
        return ProfileReport.Of(profile, DepthProfiler.Inspect(table, profile, TestContext.Current.CancellationToken), Source);
    }

    private static (string Name, double Value)[] Bars(ReportDocument report, string section) =>
        [.. report.Sections.Single(one => one.Id == section).Blocks.OfType<BarChart>().Single().Bars.Select(bar => (bar.Name, bar.Value))];
}
