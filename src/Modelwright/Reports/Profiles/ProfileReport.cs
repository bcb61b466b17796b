using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Sections;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Reports.Profiles;

/// <summary>The report of what is in a table and what is wrong with it, before anything is trained.</summary>
public static class ProfileReport
{
    private const int MostPictures = 60;
    private const int MostNotices = 100;

    /// <summary>Makes it; its size is bounded at any number of rows and columns.</summary>
    /// <param name="profile">What was found.</param>
    /// <param name="table">The table it was found in.</param>
    /// <param name="source">What was read.</param>
    /// <returns>Content for a page, a document or a card.</returns>
    public static ReportDocument Of(DataProfile profile, Table table, SourceReport source)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(source);
        ReportSection[] sections =
        [
            new("summary", "At a glance", [Summary(profile, source)]),
            new("findings", "What to look at", [.. Findings(profile)]),
            new("columns", "The columns", [DataSection.Columns(profile)]),
            new("distributions", "How values are spread", [.. Pictures(profile, table)]),
        ];
        return new(RunReport.NameOf(source.Path), Lead(profile), [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    private static string Lead(DataProfile profile)
    {
        int Count(FindingSeverity severity) => profile.Findings.Count(finding => finding.Severity == severity);
        return $"{Numbers.Count(profile.Rows)} rows, {Numbers.Count(profile.Columns.Count)} columns; {Numbers.Count(Count(FindingSeverity.Severe))} severe findings, "
            + $"{Numbers.Count(Count(FindingSeverity.Warning))} warnings, {Numbers.Count(Count(FindingSeverity.Note))} notes.";
    }

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

    private static IEnumerable<Chart> Pictures(DataProfile profile, Table table)
    {
        var columns = profile.Columns.OrderByDescending(column => column.Name == profile.Target).Take(2 * MostPictures).ToArray();
        var typed = Typed(columns, table);
        return columns.Select(column => ColumnPicture.Of(column, typed.TryGet(column.Name, out var read) ? read : table[column.Name])).OfType<Chart>().Take(MostPictures);
    }

    // Numbers and times as they will be read: "$5,000" is 5000, and a code for "no value" is none.
    private static Table Typed(ColumnProfile[] columns, Table table)
    {
        ColumnSpec[] specs = [.. columns.Where(column => column.Evidence.Distinct > 0).Select(column => column.Spec).Where(spec => spec.Type is ColumnType.Number or ColumnType.Time).Select(spec => spec with { Role = ColumnRole.Feature })];
        return Admission.Admit(table.Select([.. specs.Select(spec => spec.Name)]), new(specs), needsTarget: false).Table;
    }
}
