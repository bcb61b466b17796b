using Modelwright.Sources.Columns;
using Modelwright.Sources.Logs;

namespace Modelwright.Sources.Delimited;

/// <summary>What the sources of delimited text share: from a path to a table and its report.</summary>
internal static class DelimitedReader
{
    // Below this a file is read sooner than a thread is started.
    private const int SmallFile = 1 << 18;

    /// <summary>Reads a file.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="request">What to read.</param>
    /// <param name="usual">The separator that goes with the kind of file, where it is not found out.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    internal static async Task<SourceTable> ReadAsync(string source, SourceRequest request, char? usual, CancellationToken cancellation)
    {
        if (request.Options.Pattern is not null)
        {
            return await Task.Run(() => LogTable.Read(request, cancellation), cancellation).ConfigureAwait(false);
        }

        SourceFile.CheckExists(request.Path);
        if (new FileInfo(request.Path).Length < SmallFile)
        {
            return Read(source, request, usual, Task.FromResult(SourceFile.Fingerprint(request.Path, cancellation)), cancellation);
        }

        var fingerprint = Task.Run(() => SourceFile.Fingerprint(request.Path, cancellation), cancellation);
        return await Task.Run(() => Read(source, request, usual, fingerprint, cancellation), cancellation).ConfigureAwait(false);
    }

    private static SourceTable Read(string source, SourceRequest request, char? usual, Task<string> fingerprint, CancellationToken cancellation)
    {
        var options = request.Options.AsWritten();
        var dialect = DialectSniffer.Sniff(request.Path, options, usual);
        var file = new DelimitedFile(request, dialect);
        var assembly = new TableAssembly(dialect.Names, options) { HasDecimalComma = dialect.HasDecimalComma };
        var table = assembly.Read(columns => file.Read(columns, cancellation));
        var read = new SourceTable(table, Report(source, request, dialect, file, assembly) with { Fingerprint = fingerprint.GetAwaiter().GetResult() });
        return dialect.Unnamed == 0 ? read : UnnamedColumns.LeaveOut(read, dialect.Unnamed, Touched(request.Options, assembly));
    }

    // A word for "no value", or a number that cannot be held, is something that a person wrote; and a model may know the column.
    private static HashSet<string> Touched(ReadOptions options, TableAssembly assembly) =>
        [.. options.Types.Keys, .. assembly.Markers().Keys, .. assembly.Faults().Select(fault => fault.Column).OfType<string>()];

    private static SourceReport Report(string source, SourceRequest request, Dialect dialect, DelimitedFile file, TableAssembly assembly) => new()
    {
        Path = request.Path,
        Source = source,
        Fingerprint = "",
        Bytes = new FileInfo(request.Path).Length,
        RowsRead = assembly.RowCount,
        RowsSkipped = file.Faults.Count,
        CellsUnreadable = assembly.Unreadable,
        Faults = [.. file.Faults.Listed, .. assembly.Faults()],
        Markers = assembly.Markers(),
        Separator = dialect.Separator,
        DecimalMark = dialect.HasDecimalComma ? ',' : '.',
        Encoding = file.Decoded.NameOf(dialect.Decoding),
        Notes = [.. Notes(dialect, file)],
    };

    private static IEnumerable<string> Notes(Dialect dialect, DelimitedFile file)
    {
        foreach (var note in dialect.Notes)
        {
            yield return note;
        }

        if (file.Decoded.Note is { } decoded)
        {
            yield return decoded;
        }

        if (file.EndsInLine)
        {
            yield return "The last line has no line break. If the file was cut, get it again.";
        }

        if (file.BlankLines > 0)
        {
            yield return $"{file.BlankLines} blank lines were passed over.";
        }
    }
}
