using System.Globalization;
using System.Text;
using Modelwright.Recording;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Pages;

/// <summary>Shows a report as a model card: Markdown with the front matter that the Hugging Face hub reads.</summary>
/// <remarks>The fields are those of the hub's model card specification: library_name, tags, pipeline_tag, metrics, model-index.</remarks>
public static class ModelCard
{
    /// <summary>Writes the card.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="evidence">Where the figures of the front matter come from.</param>
    /// <returns>The text of card.md, the same for the same report.</returns>
    public static string Write(ReportDocument report, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(evidence);
        var card = new StringBuilder("---\nlibrary_name: modelwright\n");
        card.Append(CultureInfo.InvariantCulture, $"tags:\n- tabular-{evidence.Task}\n- modelwright\n");

        // The hub knows no kind of pipeline for tables without a target.
        card.Append(CultureInfo.InvariantCulture, $"{(evidence.Target is null ? "" : $"pipeline_tag: tabular-{evidence.Task}\n")}");
        if (evidence.Figures.Count > 0)
        {
            card.Append(CultureInfo.InvariantCulture, $"metrics:\n- {evidence.Metric}\n");
            AppendIndex(card, report.Title, evidence);
        }

        return card.Append("---\n\n").Append(MarkdownPage.Write(report)).ToString();
    }

    /// <summary>A card with another report below the front matter that it has.</summary>
    internal static string Rewrite(string card, ReportDocument report)
    {
        const string Rule = "\n---\n\n";
        var end = card.IndexOf(Rule, StringComparison.Ordinal);
        return (end < 0 ? "" : card[..(end + Rule.Length)]) + MarkdownPage.Write(report);
    }

    private static void AppendIndex(StringBuilder card, string title, Evidence evidence)
    {
        card.Append(CultureInfo.InvariantCulture, $"model-index:\n- name: {Quoted(title)}\n  results:\n");
        foreach (var rows in evidence.Figures.GroupBy(figure => (figure.Model, figure.Data)))
        {
            card.Append(CultureInfo.InvariantCulture, $"  - task:\n      type: tabular-{evidence.Task}\n    dataset:\n      type: {rows.Key.Data}\n      name: {Quoted($"{rows.First().Rows} rows, {rows.Key.Data.Replace('_', ' ')}, {rows.Key.Model} model")}\n    metrics:\n");
            foreach (var figure in rows.Where(figure => double.IsFinite(figure.Value)))
            {
                card.Append(CultureInfo.InvariantCulture, $"    - type: {figure.Metric}\n      value: {Number(figure.Value)}\n");
            }
        }
    }

    // YAML 1.1 reads a number with an exponent as a number only where it has a point.
    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text.Replace("E", ".0E", StringComparison.Ordinal);
    }

    // A double-quoted YAML scalar takes any text once these two and what is not to be seen are escaped.
    private static string Quoted(string text) => $"\"{string.Concat(text.Select(letter => letter switch
    {
        '"' or '\\' => $"\\{letter}",
        < ' ' or '\u007F' or '\u2028' or '\u2029' or '\u0085' => "\uFFFD",
        _ => letter.ToString(),
    }))}\"";
}
