using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Delimited;

/// <summary>Reads delimited text of a known dialect into columns, record by record; all faults of the file come together.</summary>
internal sealed class DelimitedFile(SourceRequest request, Dialect dialect)
{
    /// <summary>How to read quotes as letters, from C# and from the command line.</summary>
    internal const string NoQuotes = "HasQuotes = false (--no-quotes)";

    private const int CancellationStride = 4096;

    private FaultList _faults = new(request.Path);

    /// <summary>Broken rows, which are skipped or refused.</summary>
    internal FaultList Faults => _faults;

    /// <summary>Lines without anything on them.</summary>
    internal long BlankLines { get; private set; }

    /// <summary>Whether the last line has no line break.</summary>
    internal bool EndsInLine { get; private set; }

    /// <summary>Lines with a byte that was read as Windows-1252, and where the first of them stands.</summary>
    internal (long Lines, long Line, int Cell, BadSpot Spot) ReadOtherwise { get; private set; }

    /// <summary>Whether any character beyond ASCII was UTF-8.</summary>
    internal bool HoldsUtf8 { get; private set; }

    /// <summary>Adds every sound record to the columns. A second reading counts anew.</summary>
    /// <param name="columns">One a column of the file; null is passed over.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    internal void Read(IReadOnlyList<ColumnAssembler?> columns, CancellationToken cancellation)
    {
        _faults = new(request.Path);
        BlankLines = 0;
        using var stream = TextFile.Open(request.Path);
        var feed = new CharacterFeed(stream, dialect.Decoding);
        var scanner = new RecordScanner(feed, dialect.Separator, dialect.HasQuotes);
        scanner.SkipLines(dialect.PreambleLines);
        var namesLeft = dialect.HeaderRows;
        var records = 0;
        while (scanner.Read())
        {
            if (++records % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            EndsInLine = scanner.EndedWithFile;
            if (scanner.IsBlank && (columns.Count > 1 || namesLeft > 0))
            {
                BlankLines++;
            }
            else if (FaultOf(scanner) is { } fault)
            {
                _faults.Add(fault);
                namesLeft = Math.Max(0, namesLeft - 1);
            }
            else if (namesLeft > 0)
            {
                namesLeft--;
            }
            else
            {
                Take(scanner, columns);
            }
        }

        ReadOtherwise = scanner.ReadOtherwise;
        HoldsUtf8 = feed.HoldsUtf8;
        if (!request.Options.SkipBadRows)
        {
            _faults.ThrowIfAny(_faults.Count > 1 ? FaultList.MendOrSkip : "");
        }
    }

    private static void Take(RecordScanner scanner, IReadOnlyList<ColumnAssembler?> columns)
    {
        for (var column = 0; column < columns.Count; column++)
        {
            columns[column]?.Add(scanner[column]);
        }
    }

    private SourceFault? FaultOf(RecordScanner scanner)
    {
        var column = scanner.FaultCell < dialect.Names.Count ? dialect.Names[scanner.FaultCell] : null;
        var where = column is null ? "" : $" in column '{column}'";
        return scanner.Fault switch
        {
            RecordFault.OpenQuote => new(scanner.Line, column, null, $"a quote is opened{where} and not closed. Close it, or set {NoQuotes}."),
            RecordFault.TextAfterQuote => new(scanner.Line, column, null, $"a closing quote{where} is followed by more text. Double the quotes inside a value, close an open one, or set {NoQuotes}."),
            RecordFault.TooLong => new(scanner.Line, column, null, $"the line is longer than {RecordScanner.LongestRecord} characters{where}. Give each row a line of its own, or shorten the value."),
            RecordFault.NotText => new(scanner.Line, column, scanner.BadSpot.Bytes, NotText(scanner.BadSpot, where)),
            _ when scanner.CellCount != dialect.Names.Count => WrongCount(scanner),
            _ => null,
        };
    }

    private SourceFault WrongCount(RecordScanner scanner)
    {
        var lines = scanner.LastLine > scanner.Line ? $" (lines {scanner.Line} to {scanner.LastLine})" : "";
        var expected = dialect.HasHeader ? $"as in the header '{dialect.HeaderShown}'" : "as in the first line";
        var value = FaultList.Show(scanner[scanner.CellCount - 1]);
        return new(
            scanner.Line,
            null,
            value,
            $"found {scanner.CellCount} columns{lines}, expected {dialect.Names.Count} {expected}; the last value is '{value}'. Quote values that hold '{dialect.Separator}', or name another separator.");
    }

    private string NotText(BadSpot spot, string where)
    {
        var encoding = dialect.Decoding.Encoding.WebName;
        return spot switch
        {
            { IsZero: true } => $"a zero byte{where} is no text. Remove it, or name the file's encoding (such as utf-16).",
            { Bytes: null } => $"the bytes of a character{where} are not {encoding}. Name the file's encoding (such as utf-8), or save the file as UTF-8.",
            { IsForeign: true } => $"{spot.Bytes}{where} is not {encoding}, and does not look like {Windows1252.Name} either. Name the file's encoding (such as windows-1250), or save the file as UTF-8.",
            _ => $"byte {spot.Bytes}{where} is not {encoding}. Save the file as UTF-8, or name its encoding (such as latin1).",
        };
    }
}
