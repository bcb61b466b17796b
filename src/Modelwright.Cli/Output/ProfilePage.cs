using Modelwright.Cli.Output.Found;
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
    private const int FewestLetters = 10;

    /// <summary>Writes the page.</summary>
    /// <param name="console">Where a person reads.</param>
    /// <param name="profile">What was found.</param>
    /// <param name="source">What was read.</param>
    /// <param name="next">What a person does next.</param>
    public static void Write(IAnsiConsole console, DataProfile profile, SourceReport source, string next)
    {
        Screen.Line(console, $"{source.Path}: {Numbers.Count(profile.Rows)} rows, {Numbers.Count(profile.Columns.Count)} columns", new Style(decoration: Decoration.Bold));
        WriteReading(console, source);
        console.Write(Columns(profile, console.Profile.Width));
        if (profile.Target is { } target && profile.Task is { } task)
        {
            Screen.Line(console, $"Target '{target}': {task.ToString().ToLowerInvariant()}, measured by {profile.Metric} ({profile.TaskReason}).");
        }

        FindingLines.Write(console, profile.Findings);
        DoubtLines.Write(console, profile.Columns);
        console.WriteLine();
        Screen.Unbroken(console, $"Next: {next}");
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

    private static Spectre.Console.Table Columns(DataProfile profile, int width)
    {
        string[] titles = ["column", "meaning", "role", ">missing", ">distinct", "values"];
        string[][] rows = [.. profile.Columns.Select(column => (string[])
        [
            column.Name,
            MeaningWords.ForPerson(column.Meaning),
            column.Spec.Role == ColumnRole.Feature ? "" : column.Spec.Role.ToString().ToLowerInvariant(),
            Numbers.Percent(column.Evidence.MissingShare),
            (column.Evidence.IsDistinctEstimated ? "≈ " : "") + Numbers.Count(column.Evidence.Distinct),
            Values(column.Evidence, column.Unit is { } unit ? $" {unit}" : ""),
        ])];

        // One line a column, as far as the screen allows: examples of values are what can be cut, or left out.
        var most = Math.Min(width - Screen.WidthOf(titles[..^1], rows), MostLetters);
        var hasValues = most >= FewestLetters;
        var table = Screen.Table(hasValues ? titles : titles[..^1]);
        foreach (var row in rows)
        {
            Screen.AddRow(table, hasValues ? [.. row[..^1], Screen.Shorten(row[^1], most)] : row[..^1]);
        }

        return table;
    }

    private static string Values(ColumnEvidence evidence, string unit)
    {
        if (evidence is { Earliest: { } first, Latest: { } last })
        {
            return $"{Day(first)} … {Day(last)}";
        }

        if (evidence is { Minimum: { } minimum, Median: { } median, Maximum: { } maximum })
        {
            return $"{Numbers.Short(minimum)} … {Numbers.Short(median)} … {Numbers.Short(maximum)}{unit}";
        }

        return string.Join(", ", evidence.Top.Take(MostLevels).Select(level => level.Value)) + (evidence.Distinct > MostLevels ? ", …" : "");
    }

    private static string Day(string time) => time.EndsWith("T00:00:00", StringComparison.Ordinal) ? time[..^"T00:00:00".Length] : time;
}
