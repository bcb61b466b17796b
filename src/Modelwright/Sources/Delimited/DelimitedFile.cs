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

    /// <summary>What was found about the encoding.</summary>
    internal OtherBytes Decoded { get; private set; }

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

        Decoded = new(scanner.ReadOtherwise, feed.HoldsUtf8);
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
            RecordFault.TooLong or RecordFault.NotText => RecordText.FaultOf(scanner, dialect.Decoding.Encoding.WebName, column),
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
}
