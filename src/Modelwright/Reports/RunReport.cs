using Modelwright.Reports.Content;

namespace Modelwright.Reports;

/// <summary>The report of a training run.</summary>
internal static class RunReport
{
    private const int MostLetters = 80;

    /// <summary>Makes it; its size is bounded at any number of rows, columns, classes and trials.</summary>
    public static ReportDocument Of(ReportGround ground)
    {
        var source = ground.Source is { } name ? $" from {NameOf(name)}" : "";
        return new(
            $"{(ground.Evidence.Target is { } target ? $"Prediction of {target}" : ground.Task?.Title ?? ground.Evidence.Task)}{source}",
            SummaryLead.Of(ground),
            [.. ReportSections.All
                .Select(section => new ReportSection(section.Id, section.Title, [.. section.Blocks(ground)]))
                .Where(section => section.Blocks.Count > 0)]);
    }

    /// <summary>The name of a source in a title: a path gives its last part, a query stays whole as far as there is room.</summary>
    public static string NameOf(string source) =>
        Pages.Shown.Shortened(source.Any(char.IsWhiteSpace) ? source : source.TrimEnd('/', '\\').Split('/', '\\')[^1], MostLetters);
}
