using System.Globalization;
using System.Text;
using Modelwright.Recording;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Svg;

namespace Modelwright.Reports.Pages;

/// <summary>
/// Shows a report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere, which its own
/// content policy forbids besides. Every text from the data is shown as text.
/// </summary>
public static class ReportPage
{
    private const int MostRows = 12;
    private const int FirstRows = 8;
    private const int MostCharts = 16;
    private const int FirstCharts = 12;
    private const int LongFact = 24;

    /// <summary>The style of the page as CSS, light and dark, for pages that hold what <see cref="WriteBlocks"/> writes.</summary>
    public static string StyleSheet => PageStyle.Text;

    /// <summary>Writes the page.</summary>
    /// <param name="report">What to show.</param>
    /// <returns>A whole HTML document, the same text for the same report.</returns>
    public static string Write(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder(1 << 16);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline'\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Shown.Markup(report.Title)}</title>\n<style>\n{PageStyle.Text}\n</style>\n</head>\n<body>\n<div class=\"frame\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<header><h1>{Shown.Markup(report.Title)}</h1><p class=\"lead\">{Shown.Markup(report.Lead)}</p></header>\n");
        page.Append("<nav aria-label=\"Sections\"><ol>");
        foreach (var section in report.Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">{Shown.Markup(section.Title)}</a></li>");
        }

        page.Append("</ol></nav>\n<main>\n");
        foreach (var section in report.Sections)
        {
            Write(page, section);
        }

        page.Append("<footer>Written by Modelwright. This one file is the whole report: it loads nothing and runs nothing.</footer>\n");
        return page.Append("</main>\n</div>\n</body>\n</html>\n").ToString();
    }

    /// <summary>Writes the page to a file, whole or not at all.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="path">The file; its folder is made if it is not there, and a file of that name is replaced.</param>
    public static void Save(ReportDocument report, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        RunFolder.Write(Path.GetDirectoryName(full)!, Path.GetFileName(full), Write(report));
    }

    /// <summary>Writes blocks of a report for the inside of a page of one's own, whose style is <see cref="StyleSheet"/>.</summary>
    /// <param name="blocks">What to show, in its order; pictures that follow one another stand side by side.</param>
    /// <returns>HTML in which every text is shown as text; headings of pictures are h3.</returns>
    public static string WriteBlocks(IReadOnlyList<ReportBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var page = new StringBuilder();
        Write(page, blocks);
        return page.ToString();
    }

    private static void Write(StringBuilder page, ReportSection section)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section id=\"{section.Id}\"><h2>{Shown.Markup(section.Title)}</h2>\n");
        Write(page, section.Blocks);
        page.Append("</section>\n");
    }

    private static void Write(StringBuilder page, IReadOnlyList<ReportBlock> blocks)
    {
        for (var place = 0; place < blocks.Count; place++)
        {
            if (blocks[place] is not Chart)
            {
                Write(page, blocks[place]);
                continue;
            }

            var charts = blocks.Skip(place).TakeWhile(block => block is Chart).Cast<Chart>().ToArray();
            Write(page, charts);
            place += charts.Length - 1;
        }
    }

    // Pictures that follow one another stand side by side where there is room; very many wait to be asked for.
    private static void Write(StringBuilder page, Chart[] charts)
    {
        var shown = charts.Length > MostCharts ? FirstCharts : charts.Length;
        page.Append("<div class=\"charts\">\n");
        Array.ForEach(charts[..shown], chart => Write(page, chart));
        page.Append("</div>\n");
        if (shown < charts.Length)
        {
            page.Append(CultureInfo.InvariantCulture, $"<details class=\"more\"><summary>{Numbers.Count(charts.Length - shown)} more pictures</summary><div class=\"charts\">\n");
            Array.ForEach(charts[shown..], chart => Write(page, chart));
            page.Append("</div></details>\n");
        }
    }

    private static void Write(StringBuilder page, ReportBlock block)
    {
        switch (block)
        {
            case Prose prose:
                page.Append(CultureInfo.InvariantCulture, $"<p>{Shown.Markup(prose.Text, int.MaxValue)}</p>\n");
                break;
            case Facts facts:
                page.Append("<dl>").AppendJoin("", facts.Items.Select(fact => $"<div{(fact.Value.Length > LongFact && !fact.Value.Contains(' ', StringComparison.Ordinal) ? " class=\"long\"" : "")}><dt>{Shown.Markup(fact.Name)}</dt><dd>{Shown.Markup(fact.Value)}</dd></div>")).Append("</dl>\n");
                break;
            case Notices notices:
                Write(page, notices);
                break;
            case Command command:
                page.Append(CultureInfo.InvariantCulture, $"<pre><code>{Shown.Markup(command.Text, int.MaxValue)}</code></pre>\n");
                break;
            case Grid grid:
                Write(page, grid);
                break;
            default:
                throw new NotSupportedException($"No way is known to show '{block.GetType().Name}' on a page.");
        }
    }

    // What is severe always stands there.
    private static void Write(StringBuilder page, Notices notices)
    {
        var severe = notices.Items.TakeWhile(item => item.Severity == "severe").Count();
        var shown = notices.Items.Count > MostRows ? Math.Max(FirstRows, severe) : notices.Items.Count;
        page.Append("<ul class=\"notices\">").AppendJoin("", notices.Items.Take(shown).Select(Notice)).Append("</ul>\n");
        if (shown < notices.Items.Count)
        {
            page.Append(CultureInfo.InvariantCulture, $"<details class=\"more\"><summary>{Numbers.Count(notices.Items.Count - shown)} more</summary><ul class=\"notices\">");
            page.AppendJoin("", notices.Items.Skip(shown).Select(Notice)).Append("</ul></details>\n");
        }
    }

    private static string Notice(Notice notice)
    {
        var word = notice.Severity switch { "severe" => "Severe", "warning" => "Warning", _ => "Note" };
        return $"<li class=\"{word.ToLowerInvariant()}\"><b>{word}</b>{Shown.Markup(notice.Text, int.MaxValue)}</li>";
    }

    private static void Write(StringBuilder page, Chart chart)
    {
        page.Append(CultureInfo.InvariantCulture, $"<figure><figcaption><h3>{Shown.Markup(chart.Title)}</h3>{(chart.Reading.Length > 0 ? $"<p>{Shown.Markup(chart.Reading)}</p>" : "")}</figcaption>\n{Pictures.Draw(chart)}\n<details><summary>As a table</summary>");
        Table(page, chart.Table with { Title = "" });
        page.Append("</details></figure>\n");
    }

    // A long table would push what follows out of sight: its first rows stay, the others wait to be asked for.
    private static void Write(StringBuilder page, Grid grid)
    {
        if (grid.IsDetail)
        {
            Fold(page, grid.Title, grid with { Title = "" }, "more detail");
        }
        else if (grid.Rows.Count > MostRows)
        {
            Table(page, grid with { Rows = [.. grid.Rows.Take(FirstRows)], Note = "" });
            Fold(page, $"{Numbers.Count(grid.Rows.Count - FirstRows)} more rows", grid with { Title = "", Note = "", Rows = [.. grid.Rows.Skip(FirstRows)] });
            Note(page, grid);
        }
        else
        {
            Table(page, grid);
        }
    }

    private static void Fold(StringBuilder page, string summary, Grid grid, string style = "more")
    {
        page.Append(CultureInfo.InvariantCulture, $"<details class=\"{style}\"><summary>{Shown.Markup(summary)}</summary>");
        Table(page, grid);
        page.Append("</details>\n");
    }

    private static void Table(StringBuilder page, Grid grid)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{Shown.Markup(grid.Title.Length > 0 ? grid.Title : "Table")}\"><table>");
        page.Append(grid.Title.Length > 0 ? $"<caption>{Shown.Markup(grid.Title)}</caption>" : "").Append("<thead><tr>");
        foreach (var column in grid.Columns)
        {
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Style(column)}>{Shown.Markup(column.Title)}</th>");
        }

        page.Append("</tr></thead><tbody>");
        foreach (var row in grid.Rows)
        {
            page.Append("<tr>").AppendJoin("", row.Select((cell, place) => $"<td{Style(grid.Columns[place])}>{Shown.Markup(cell)}</td>")).Append("</tr>");
        }

        page.Append("</tbody></table></div>\n");
        Note(page, grid);
    }

    private static void Note(StringBuilder page, Grid grid) =>
        page.Append(grid.Note.Length > 0 ? $"<p class=\"aside\">{Shown.Markup(grid.Note)}</p>\n" : "");

    private static string Style(GridColumn column) => column.IsNumber ? " class=\"number\"" : "";
}
