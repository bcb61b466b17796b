using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Delimited;

/// <summary>Reads the names of the columns: from the file and not from a sample, which a line of very many names is longer than.</summary>
internal static class HeaderReader
{
    /// <summary>Reads the lines of names, or counts the columns where there are none.</summary>
    /// <returns>The dialect with its names, and a note where one was made up.</returns>
    /// <exception cref="DataException">The file has no such line, or it is broken.</exception>
    internal static Dialect Read(string path, Dialect dialect)
    {
        using var stream = TextFile.Open(path);
        var scanner = new RecordScanner(new(stream, dialect.Decoding), dialect.Separator, dialect.HasQuotes);
        scanner.SkipLines(dialect.PreambleLines);
        Next(path, scanner, dialect.PreambleLines);
        var line = scanner.Line;
        if (!dialect.HasHeader)
        {
            return dialect with { Names = [.. Enumerable.Range(0, scanner.CellCount).Select(HeaderNames.Numbered)] };
        }

        List<string[]> lines = [Cells(scanner)];
        while (lines.Count < dialect.HeaderRows)
        {
            Next(path, scanner, dialect.PreambleLines);
            lines.Add(Cells(scanner));
            CheckLength(path, scanner, lines);
        }

        var names = HeaderNames.Join(lines);
        if (Array.TrueForAll(names, name => name.Length == 0))
        {
            CheckNotBlank(path, scanner);
        }

        var unnamed = UnnamedColumns.Name(names);
        var isMadeUp = names.Length > 1 && names[0].Length == 0 && !names.Contains(HeaderNames.Numbered(0), StringComparer.Ordinal);
        names[0] = isMadeUp ? HeaderNames.Numbered(0) : names[0];
        CheckNames(path, line, names, names.Length - unnamed);
        return dialect with
        {
            Names = names,
            Unnamed = unnamed,
            Notes = isMadeUp ? [$"Column 1 has no name and is called '{names[0]}'. If it only counts the rows, leave it out."] : [],
        };
    }

    private static void Next(string path, RecordScanner scanner, int linesAbove)
    {
        do
        {
            if (!scanner.Read())
            {
                throw new DataException($"{path}: the file holds nothing but blank lines{(linesAbove == 0 ? "" : $" below line {linesAbove}")}. Give a file with a line of names and at least one row.");
            }
        }
        while (scanner.Fault == RecordFault.None && scanner.IsBlank);

        ThrowIfBroken(path, scanner);
    }

    private static string[] Cells(RecordScanner scanner) => scanner.Cells(isTrimmed: true);

    // A line of tabs, or of separators alone, is blank to who looks at it.
    private static void CheckNotBlank(string path, RecordScanner scanner)
    {
        while (scanner.Read())
        {
            if (scanner.Fault != RecordFault.None || Array.Exists(Cells(scanner), cell => cell.Length > 0))
            {
                return;
            }
        }

        throw new DataException($"{path}: the file holds nothing but separators and blank lines. Give a file with a line of names and at least one row.");
    }

    private static void CheckLength(string path, RecordScanner scanner, List<string[]> lines)
    {
        if (lines[^1].Length != lines[0].Length)
        {
            throw new DataException($"{path}, line {scanner.Line}: this line of names has {lines[^1].Length} cells and the first one {lines[0].Length}. Give each a cell for every column, or set HeaderRows (--header-rows) to the number of lines with names.");
        }
    }

    // Without its names no other line can be looked at.
    private static void ThrowIfBroken(string path, RecordScanner scanner)
    {
        var fault = scanner.Fault switch
        {
            RecordFault.OpenQuote or RecordFault.TextAfterQuote => $"has a quote that is not closed. Close it, or set {DelimitedFile.NoQuotes}.",
            RecordFault.TooLong => $"is longer than {RecordScanner.LongestRecord} characters. Give each row a line of its own.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new DataException($"{path}, line {scanner.Line}: the line of names {fault}");
        }
    }

    private static void CheckNames(string path, long line, string[] names, int named)
    {
        var faults = new FaultList(path);
        if (names.Take(named).All(name => NumberText.Read(name, out _) != NumberKind.None))
        {
            faults.Add(new(line, null, names[0], $"the first line holds numbers ('{FaultList.Show(string.Join("', '", names.Take(Math.Min(named, 3))))}'), not names. Add a line of names, or set HasHeader = false (--no-header)."));
            faults.ThrowIfAny("");
        }

        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < names.Length; column++)
        {
            if (names[column].Length == 0)
            {
                faults.Add(new(line, null, "", $"column {column + 1} has no name. Name it in the first line."));
            }
            else if (!first.TryAdd(names[column], column))
            {
                faults.Add(new(line, names[column], names[column], $"columns {first[names[column]] + 1} and {column + 1} are both named '{names[column]}'. Rename one of them."));
            }
        }

        faults.ThrowIfAny("");
    }
}
