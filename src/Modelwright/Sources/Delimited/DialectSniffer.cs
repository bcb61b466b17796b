using System.Text;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Delimited;

/// <summary>Finds out from the start of a file how it is written.</summary>
internal static class DialectSniffer
{
    private const int MostRecords = 200;

    // In the order preferred where several fit equally well.
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    private static readonly (byte[] Start, string Kind)[] OtherKinds =
    [
        ("PAR1"u8.ToArray(), "a Parquet file; give it the extension .parquet"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Excel workbook; save the sheet as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook; save the sheet as CSV"),
        ("%PDF"u8.ToArray(), "a PDF; export the table as CSV"),
    ];

    internal static Dialect Sniff(string path, ReadOptions options, char? usual)
    {
        var sample = FileSample.Of(path, options);
        if (sample.Bytes.Length == 0)
        {
            throw new DataException($"{path}: the file is empty. Give a file with a line of names and at least one row.");
        }

        CheckText(path, sample.Bytes, sample.Decoding.Encoding);
        var preamble = Preamble.Of(sample.Lines());
        var separator = options.Separator ?? preamble.Separator ?? usual ?? Best(sample, options, preamble.Lines);
        var records = sample.Records(separator, options.HasQuotes, preamble.Lines);
        if (options.HasHeader && preamble.Lines > 0)
        {
            preamble = preamble.WithoutNames(sample.Records(separator, options.HasQuotes, preamble.Lines - 1).FirstOrDefault([]), records);
            records = sample.Records(separator, options.HasQuotes, preamble.Lines);
        }

        var dialect = new Dialect(separator, sample.Decoding, [], HeaderRows(options, records), options.HasQuotes) { PreambleLines = preamble.Lines };
        dialect = HeaderReader.Read(path, dialect);
        var rows = records.Skip(dialect.HeaderRows).Where(record => record.Length == dialect.Names.Count).ToList();
        var mark = DecimalMark.Of(dialect.Names, rows, separator, options);
        return dialect with { HasDecimalComma = mark.IsComma, Notes = [.. Notes(sample, preamble, dialect, options), .. mark.Note is { } note ? [note] : Array.Empty<string>()] };
    }

    private static int HeaderRows(ReadOptions options, List<string[]> records) =>
        options.HasHeader ? options.HeaderRows ?? (HeaderNames.AreTwoLines(records) ? 2 : 1) : 0;

    private static IEnumerable<string> Notes(FileSample sample, Preamble preamble, Dialect dialect, ReadOptions options)
    {
        if (sample.Decoding.Note is { } note)
        {
            yield return note;
        }

        if (preamble.Lines > 0)
        {
            yield return preamble.Lines == 1
                ? "1 line before the names was passed over: it starts with # or says what the separator is."
                : $"{preamble.Lines} lines before the names were passed over: they start with # or say what the separator is.";
        }

        if (dialect.HeaderRows > 1 && options.HeaderRows is null)
        {
            yield return $"The first {dialect.HeaderRows} lines hold names and were joined, such as '{dialect.Names[^1]}'. If that is wrong, set HeaderRows (--header-rows).";
        }

        foreach (var found in dialect.Notes)
        {
            yield return found;
        }
    }

    private static void CheckText(string path, byte[] sample, Encoding encoding)
    {
        foreach (var (start, kind) in OtherKinds)
        {
            if (sample.AsSpan().StartsWith(start))
            {
                throw new DataException($"{path}: this is not delimited text but {kind}.");
            }
        }

        var zeros = sample.AsSpan().Count((byte)0);
        if (encoding is UTF8Encoding && zeros > sample.Length / 100)
        {
            throw new DataException($"{path}: this is not text: {zeros} of the first {sample.Length} bytes are zero. Give a text file, or name its encoding (such as utf-16).");
        }
    }

    private static char Best(FileSample sample, ReadOptions options, int skippedLines)
    {
        var best = Candidates[0];
        var (bestShare, mostColumns) = Score(sample, best, options.HasQuotes, skippedLines);
        foreach (var candidate in Candidates.AsSpan(1))
        {
            var (share, columns) = Score(sample, candidate, options.HasQuotes, skippedLines);
            if (share > bestShare || (share == bestShare && columns > mostColumns))
            {
                (best, bestShare, mostColumns) = (candidate, share, columns);
            }
        }

        return best;
    }

    // The share of records with as many cells as the first; nothing is separated where the first has one cell.
    private static (double Share, int Columns) Score(FileSample sample, char separator, bool hasQuotes, int skippedLines)
    {
        var scanner = sample.Scan(separator, hasQuotes, skippedLines);
        var counts = new List<int>();
        while (counts.Count < MostRecords && scanner.Read())
        {
            if (counts.Count == 0 && scanner.Fault != RecordFault.None)
            {
                // A broken line of names: the separators before the fault are all there is to go by.
                return (0, scanner.FaultCell + 1);
            }

            if (!scanner.IsBlank)
            {
                counts.Add(scanner.CellCount);
            }
        }

        if (!sample.IsWhole && counts.Count is > 1 and < MostRecords)
        {
            counts.RemoveAt(counts.Count - 1);
        }

        var columns = counts.Count == 0 ? 0 : counts[0];
        return columns < 2 ? (0, columns) : (counts.FindAll(count => count == columns).Count / (double)counts.Count, columns);
    }
}
