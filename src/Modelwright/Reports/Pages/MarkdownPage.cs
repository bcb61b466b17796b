using System.Globalization;
using System.Text;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Pages;

/// <summary>Shows a report as Markdown: pictures become the tables behind them.</summary>
internal static class MarkdownPage
{
    private const int MostRows = 25;
    private const int MostPoints = 24;

    /// <summary>Writes the report from its title on.</summary>
    public static string Write(ReportDocument report)
    {
        var page = new StringBuilder($"# {Shown.Markdown(report.Title)}\n\n{Shown.Markdown(report.Lead)}\n");
        foreach (var section in report.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Shown.Markdown(section.Title)}\n");
            foreach (var block in section.Blocks)
            {
                page.Append('\n');
                Write(page, block);
            }
        }

        return page.ToString();
    }

    private static void Write(StringBuilder page, ReportBlock block)
    {
        switch (block)
        {
            case Prose prose:
                page.Append(Shown.Markdown(prose.Text)).Append('\n');
                break;
            case Facts facts:
                page.AppendJoin("", facts.Items.Select(fact => $"- {Shown.Markdown(fact.Name)}: {Shown.Markdown(fact.Value)}\n"));
                break;
            case Notices notices:
                page.AppendJoin("", notices.Items.Select(notice => $"- **{notice.Severity}**: {Shown.Markdown(notice.Text)}\n"));
                break;
            case Command command:
                page.Append(CultureInfo.InvariantCulture, $"    {command.Text.ReplaceLineEndings(" ")}\n");
                break;
            case Grid grid:
                Write(page, grid);
                break;
            case Chart chart:
                page.Append(CultureInfo.InvariantCulture, $"**{Shown.Markdown(chart.Title)}**\n\n");
                page.Append(chart.Reading.Length > 0 ? $"{Shown.Markdown(chart.Reading)}\n\n" : "");
                Write(page, chart is LineChart ? Thinned(chart.Table) : chart.Table with { Title = "" });
                break;
            default:
                throw new NotSupportedException($"No way is known to show '{block.GetType().Name}' as Markdown.");
        }
    }

    // Of a curve a reader of text needs its course, not its first part.
    private static Grid Thinned(Grid table)
    {
        var step = (table.Rows.Count + MostPoints - 1) / MostPoints;
        return step < 2
            ? table with { Title = "" }
            : table with { Title = "", Rows = [.. table.Rows.Where((_, row) => row % step == 0 || row == table.Rows.Count - 1)], Note = "Some points; report.html has the picture." };
    }

    private static void Write(StringBuilder page, Grid grid)
    {
        page.Append(grid.Title.Length > 0 ? $"**{Shown.Markdown(grid.Title)}**\n\n" : "");
        page.Append('|').AppendJoin('|', grid.Columns.Select(column => $" {Shown.Markdown(column.Title)} ")).Append("|\n|");
        page.AppendJoin('|', grid.Columns.Select(column => column.IsNumber ? " ---: " : " --- ")).Append("|\n");
        foreach (var row in grid.Rows.Take(MostRows))
        {
            page.Append('|').AppendJoin('|', row.Select(cell => $" {Shown.Markdown(cell)} ")).Append("|\n");
        }

        var left = grid.Rows.Count - MostRows;
        page.Append(left > 0 ? $"\n{Numbers.Count(left)} more rows are in report.html.\n" : "");
        page.Append(grid.Note.Length > 0 ? $"\n{Shown.Markdown(grid.Note)}\n" : "");
    }
}
