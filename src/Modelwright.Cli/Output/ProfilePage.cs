using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Sources;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>The answer of 'inspect' for a person.</summary>
internal static class ProfilePage
{
    private const int MostLevels = 4;
    private const int MostLetters = 44;

    /// <summary>Writes the page.</summary>
    public static void Write(IAnsiConsole console, DataProfile profile, SourceReport source)
    {
        Screen.Line(console, $"{source.Path}: {Numbers.Count(profile.Rows)} rows, {Numbers.Count(profile.Columns.Count)} columns", new Style(decoration: Decoration.Bold));
        WriteReading(console, source);
        console.Write(Columns(profile));
        if (profile.Target is { } target && profile.Task is { } task)
        {
            Screen.Line(console, $"Target '{target}': {task.ToString().ToLowerInvariant()}, measured by {profile.Metric} ({profile.TaskReason}).");
        }

        WriteFindings(console, profile.Findings);
        console.WriteLine();
        Screen.Unbroken(console, profile.Target is null
            ? $"Next: modelwright inspect {source.Path} --target COLUMN, or modelwright train {source.Path} --target COLUMN"
            : $"Next: modelwright train {source.Path} --target {profile.Target}");
    }

    /// <summary>Says what could not be read; nothing where all could.</summary>
    public static void WriteReading(IAnsiConsole console, SourceReport source)
    {
        if (source.RowsSkipped > 0 || source.CellsUnreadable > 0)
        {
            Screen.Line(console, $"Not read: {Numbers.Count(source.RowsSkipped)} rows, {Numbers.Count(source.CellsUnreadable)} cells.", new Style(Color.Yellow));
            foreach (var fault in source.Faults)
            {
                Screen.Line(console, $"  {fault.Text}");
            }
        }

        foreach (var note in source.Notes)
        {
            Screen.Line(console, $"Note: {note}");
        }
    }

    private static Spectre.Console.Table Columns(DataProfile profile)
    {
        var table = Screen.Table("column", "meaning", "role", ">missing", ">distinct", "values");
        foreach (var column in profile.Columns)
        {
            Screen.AddRow(
                table,
                column.Name,
                column.Meaning.ToString().ToLowerInvariant(),
                column.Spec.Role == ColumnRole.Feature ? "" : column.Spec.Role.ToString().ToLowerInvariant(),
                Numbers.Percent(column.Evidence.MissingShare),
                Numbers.Count(column.Evidence.Distinct),
                Values(column.Evidence));
        }

        return table;
    }

    private static string Values(ColumnEvidence evidence)
    {
        if (evidence is { Earliest: { } first, Latest: { } last })
        {
            return $"{Day(first)} … {Day(last)}";
        }

        if (evidence is { Minimum: { } minimum, Maximum: { } maximum, Quantiles: { Count: 5 } quantiles })
        {
            return $"{Numbers.Short(minimum)} … {Numbers.Short(quantiles[2])} … {Numbers.Short(maximum)}";
        }

        return Shorten(string.Join(", ", evidence.Top.Take(MostLevels).Select(level => level.Value)) + (evidence.Distinct > MostLevels ? ", …" : ""));
    }

    private static string Day(string time) => time.EndsWith("T00:00:00", StringComparison.Ordinal) ? time[..^"T00:00:00".Length] : time;

    private static string Shorten(string text) => text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…";

    private static void WriteFindings(IAnsiConsole console, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (word, colour) = finding.Severity switch
            {
                FindingSeverity.Severe => ("Severe: ", Color.Red),
                FindingSeverity.Warning => ("Warning: ", Color.Yellow),
                _ => ("Note: ", Color.Grey),
            };
            console.Write(new Text(word, new Style(colour)));
            Screen.Line(console, $"{finding.Text} {finding.Remedy}");
        }
    }
}
