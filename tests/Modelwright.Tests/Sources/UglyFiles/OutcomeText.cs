using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>What became of a file, in a few lines: each column with its type and first values, what was said of the reading, or the refusal.</summary>
internal static class OutcomeText
{
    private const int MostColumns = 5;
    private const int MostRows = 5;
    private const int LongestValue = 24;

    internal static async Task<string> OfAsync(UglyFile ugly, CancellationToken cancellation)
    {
        using var file = Write(ugly);
        try
        {
            var read = await SourceTable.ReadAsync(file.Path, ugly.Options, cancellation);
            return string.Join('\n', Lines(ugly, read)).Replace(file.Path, "{0}", StringComparison.Ordinal);
        }
        catch (DataException refusal)
        {
            // DuckDB's own words end in a path that was cut.
            return "Refused: " + refusal.Message.Replace(file.Path, "{0}", StringComparison.Ordinal).Replace($"'{file.Path[..2]}…", "'…", StringComparison.Ordinal);
        }
    }

    private static TempFile Write(UglyFile ugly)
    {
        if (ugly.Bytes is { } make)
        {
            return TempFile.With(ugly.Name, make());
        }

        var folder = TempFile.Named(ugly.Name);
        Directory.CreateDirectory(folder.Path);
        return folder;
    }

    private static IEnumerable<string> Lines(UglyFile ugly, SourceTable read)
    {
        var table = read.Table;
        yield return FormattableString.Invariant($"{table.RowCount} rows, {table.Columns.Count} columns.");
        foreach (var column in table.Columns.Take(MostColumns))
        {
            yield return $"{column.Name}: {column.Type.ToString().ToLowerInvariant()}: {Values(column)}".TrimEnd();
        }

        foreach (var text in read.Report.Faults.Select(fault => $"Fault: {fault.Text}").Concat(read.Report.Notes.Select(note => $"Note: {note}")))
        {
            yield return text;
        }

        if (ugly.TellsMeaning)
        {
            var profile = Profiler.Inspect(table, new() { Source = read.Report });
            foreach (var column in profile.Columns)
            {
                yield return $"Meaning of {column.Name}: {column.Meaning.ToString().ToLowerInvariant()} ({column.Reason})";
            }

            foreach (var finding in profile.Findings)
            {
                yield return $"{finding.Severity}: {finding.Text} {finding.Remedy}";
            }
        }
    }

    private static string Values(Column column) =>
        string.Join(" | ", Enumerable.Range(0, Math.Min(column.RowCount, MostRows)).Select(row => Shown(column.Format(row)))) + (column.RowCount > MostRows ? " | …" : "");

    private static string Shown(string? value) => value is null ? "(missing)"
        : (value.Length > LongestValue ? string.Concat(value.AsSpan(0, LongestValue), "…") : value).Replace("\r", "␍", StringComparison.Ordinal).Replace('\n', '⏎');
}
