using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Sections;
using Modelwright.Sources;

namespace Modelwright.Reports.Profiles;

/// <summary>The report of what is in a table and what is wrong with it, before anything is trained.</summary>
public static class ProfileReport
{
    private const int MostPictures = 60;
    private const int MostNotices = 100;

    /// <summary>Makes it; its size is bounded at any number of rows and columns.</summary>
    /// <param name="profile">What was found.</param>
    /// <param name="depth">What a closer look showed.</param>
    /// <param name="source">What was read.</param>
    /// <returns>Content for a page, a document or a card.</returns>
    public static ReportDocument Of(DataProfile profile, ProfileDepth depth, SourceReport source)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(depth);
        ArgumentNullException.ThrowIfNull(source);
        ReportSection[] sections =
        [
            new("summary", "At a glance", [Summary(profile, source)]),
            new("findings", "What to look at", [.. Findings(profile)]),
            new("relations", "What tells of the target", [.. DepthSections.Relations(profile, depth)]),
            new("missing", "What is missing", [.. DepthSections.Missing(profile)]),
            new("changes", "What changes within the file", [.. DepthSections.Changes(depth)]),
            new("baskets", "What stands together in lists", [.. BasketSection.Of(depth.Baskets)]),
            new("columns", "The columns", [DataSection.Columns(profile)]),
            new("distributions", "How values are spread", [.. Pictures(profile, depth)]),
        ];
        return new(RunReport.NameOf(source.Path), Lead(profile), [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    private static string Lead(DataProfile profile)
    {
        int Count(FindingSeverity severity) => profile.Findings.Count(finding => finding.Severity == severity);
        return $"{Counted(profile.Rows, "row")}, {Counted(profile.Columns.Count, "column")}; {Counted(Count(FindingSeverity.Severe), "severe finding")}, "
            + $"{Counted(Count(FindingSeverity.Warning), "warning")}, {Counted(Count(FindingSeverity.Note), "note")}.";
    }

    private static string Counted(int count, string word) => $"{Numbers.Count(count)} {word}{(count == 1 ? "" : "s")}";

    private static Facts Summary(DataProfile profile, SourceReport source)
    {
        List<Fact> facts = [new("Rows", Numbers.Count(profile.Rows)), new("Columns", Numbers.Count(profile.Columns.Count)), new("Read as", source.Source)];
        if (profile.Target is { } target)
        {
            facts.Add(new("Target", target));
            facts.Add(new("Task", $"{profile.Task?.ToString().ToLowerInvariant() ?? "not known"}{(profile.TaskReason is { } reason ? $" ({reason})" : "")}"));
        }

        if (source.RowsSkipped + source.CellsUnreadable > 0)
        {
            facts.Add(new("Not read", $"{Numbers.Count(source.RowsSkipped)} rows, {Numbers.Count(source.CellsUnreadable)} cells"));
        }

        facts.Add(new("Rows like an earlier one", Numbers.Count(profile.DuplicateRows)));
        facts.Add(new("SHA-256", source.Fingerprint));
        return new(facts);
    }

    private static IEnumerable<ReportBlock> Findings(DataProfile profile)
    {
        if (profile.Findings.Count == 0)
        {
            return [new Prose("Nothing was found that stands in the way.")];
        }

        var left = profile.Findings.Count - MostNotices;
        var notices = new Notices([.. profile.Findings.Take(MostNotices).Select(finding => new Notice(finding.Severity.ToString().ToLowerInvariant(), $"{finding.Text} {finding.Remedy}"))]);
        return left > 0 ? [notices, new Prose($"{Numbers.Count(left)} more are in the document of inspect --json.")] : [notices];
    }

    private static IEnumerable<Chart> Pictures(DataProfile profile, ProfileDepth depth)
    {
        var looked = depth.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return profile.Columns
            .Where(column => column.Spec.Role != ColumnRole.Id)
            .OrderByDescending(column => column.Name == profile.Target)
            .ThenByDescending(column => looked.GetValueOrDefault(column.Name)?.Power ?? 0)
            .Select(column => ColumnPicture.Of(column, looked.GetValueOrDefault(column.Name)))
            .OfType<Chart>()
            .Take(MostPictures);
    }
}
