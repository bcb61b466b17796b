using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;
using Modelwright.Sources.Delimited;

namespace Modelwright.Sources.Logs;

/// <summary>From the path of a log to a table and its report.</summary>
internal static class LogTable
{
    internal const string Source = "log";

    // Of the first lines; a log of several programs is no table.
    private const double LeastShare = 0.8;

    internal static SourceTable Read(SourceRequest request, CancellationToken cancellation)
    {
        SourceFile.CheckExists(request.Path);
        var fingerprint = SourceFile.Fingerprint(request.Path, cancellation);
        var sample = FileSample.Of(request.Path, request.Options);
        var pattern = request.Options.Pattern is { } told ? LogPattern.Of(told) : Known(request.Path, sample);
        var file = new LogFile(request, sample.Decoding, pattern);
        var assembly = new TableAssembly(pattern.Names, request.Options);
        var table = assembly.Read(columns => file.Read(columns, cancellation));
        return new(table, new SourceReport
        {
            Path = request.Path,
            Source = Source,
            Fingerprint = fingerprint,
            Bytes = new FileInfo(request.Path).Length,
            RowsRead = assembly.RowCount,
            RowsSkipped = file.Faults.Count,
            CellsUnreadable = assembly.Unreadable,
            Faults = [.. file.Faults.Listed, .. assembly.Faults()],
            Markers = assembly.Markers(),
            Encoding = file.Decoded.NameOf(sample.Decoding),
            Notes = [.. Notes(request, sample, pattern, file)],
        });
    }

    private static LogPattern Known(string path, FileSample sample)
    {
        if (sample.Bytes.Length == 0)
        {
            throw new DataException($"{path}: the file is empty. Give a log with at least one line.");
        }

        string[] lines = [.. sample.Lines().Where(line => !LogContinuation.Is(line))];
        var best = KnownLogs.All.MaxBy(pattern => lines.Count(pattern.Expression.IsMatch))!;
        var matched = lines.Count(best.Expression.IsMatch);
        if (matched > 0 && matched >= LeastShare * lines.Length)
        {
            return best;
        }

        var other = Array.Find(lines, line => !best.Expression.IsMatch(line)) ?? "";
        throw new DataException($"{path}: this is none of the logs that are known ({string.Join(", ", KnownLogs.All.Select(pattern => pattern.Title))}); a line of it is '{FaultList.Show(other)}'. Set Pattern (--pattern) to a regular expression with a named group for each column, such as '^(?<time>\\S+) (?<level>\\w+) (?<message>.*)$'.");
    }

    private static IEnumerable<string> Notes(SourceRequest request, FileSample sample, LogPattern pattern, LogFile file)
    {
        if (request.Options.Pattern is null)
        {
            yield return $"The file was read as a {pattern.Title}. If that is wrong, set Pattern (--pattern).";
        }

        foreach (var note in new[] { sample.Decoding.Note, file.Decoded.Note })
        {
            if (note is not null)
            {
                yield return note;
            }
        }

        if (file.EndsInLine)
        {
            yield return "The last line has no line break. If the file was cut, get it again.";
        }

        if (file.BlankLines > 0)
        {
            yield return $"{file.BlankLines} blank lines were passed over.";
        }

        if (file.Continued > 0)
        {
            yield return $"{file.Continued} lines that go on with the one before, such as those of stack traces, were left out.";
        }
    }
}
