using Modelwright.Profile;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>What is wrong with the data or the run, and what to do about it.</summary>
internal static class WarningSection
{
    private const int Most = 60;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        // Leaks are found for the profile too, with what was done about them only here.
        var found = ground.Evidence.Findings.Select(finding => finding.Text).ToHashSet(StringComparer.Ordinal);
        var findings = (ground.Profile?.Findings ?? []).Where(finding => !found.Contains(finding.Text) && !(finding.Column is { } column && column == ground.Plan.Labels)).Select(finding => new Notice(Word(finding.Severity), $"{finding.Text} {finding.Remedy}")).ToArray();
        var known = findings.Select(finding => finding.Text).ToHashSet(StringComparer.Ordinal);
        Notice[] leaks = [.. ground.Evidence.Findings.Select(finding => new Notice(finding.Severity, $"{finding.Text} {finding.Remedy}{Done(finding.Choice)}"))];
        Notice[] all = [.. leaks.Where(finding => finding.Severity == "severe"), .. findings.Where(finding => finding.Severity == "severe"), .. leaks.Where(finding => finding.Severity != "severe"),
            .. ground.Evidence.Warnings.Where(text => !known.Contains(text)).Select(text => new Notice("warning", text)),
            .. findings.Where(finding => finding.Severity != "severe")];
        if (all.Length == 0)
        {
            yield return new Prose("Nothing was found that stands in the way.");
            yield break;
        }

        yield return new Notices([.. all.Take(Most)]);
        if (all.Length > Most)
        {
            yield return new Prose($"{Numbers.Count(all.Length - Most)} more are in evidence.json.");
        }
    }

    private static string Done(string? choice) => choice switch
    {
        "drop" => " It was left out of training.",
        "keep" => " It was kept in training.",
        _ => "",
    };

    private static string Word(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}
