using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Delimited;

/// <summary>Finds out from the start of a file how it is written.</summary>
internal static class DialectSniffer
{
    private const int SampleLength = 1 << 18;
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
        var sample = Sample(path, out var isWhole);
        if (sample.Length == 0)
        {
            throw new DataException($"{path}: the file is empty. Give a file with a line of names and at least one row.");
        }

        var decoding = TextDecoding.Of(sample, options);
        CheckText(path, sample, decoding.Encoding);
        var separator = options.Separator ?? usual ?? Best(sample, isWhole, decoding, options);
        var dialect = new Dialect(separator, decoding, [], options.HasHeader, options.HasQuotes);
        return dialect with { Names = Names(path, dialect) };
    }

    private static byte[] Sample(string path, out bool isWhole)
    {
        using var stream = TextFile.Open(path);
        var sample = new byte[SampleLength];
        var length = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        isWhole = length < sample.Length;
        return sample[..length];
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

    private static char Best(byte[] sample, bool isWhole, TextDecoding decoding, ReadOptions options)
    {
        var best = Candidates[0];
        var (bestShare, mostColumns) = Score(sample, isWhole, decoding, best, options.HasQuotes);
        foreach (var candidate in Candidates.AsSpan(1))
        {
            var (share, columns) = Score(sample, isWhole, decoding, candidate, options.HasQuotes);
            if (share > bestShare || (share == bestShare && columns > mostColumns))
            {
                (best, bestShare, mostColumns) = (candidate, share, columns);
            }
        }

        return best;
    }

    // The share of records with as many cells as the first; nothing is separated where the first has one cell.
    private static (double Share, int Columns) Score(byte[] sample, bool isWhole, TextDecoding decoding, char separator, bool hasQuotes)
    {
        using var stream = new MemoryStream(sample);
        var scanner = new RecordScanner(new(stream, decoding), separator, hasQuotes);
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

        if (!isWhole && counts.Count is > 1 and < MostRecords)
        {
            counts.RemoveAt(counts.Count - 1);
        }

        var columns = counts.Count == 0 ? 0 : counts[0];
        return columns < 2 ? (0, columns) : (counts.FindAll(count => count == columns).Count / (double)counts.Count, columns);
    }

    // Read from the file and not from the sample, which a line of very many names is longer than.
    private static string[] Names(string path, Dialect dialect)
    {
        using var stream = TextFile.Open(path);
        var scanner = new RecordScanner(new(stream, dialect.Decoding), dialect.Separator, dialect.HasQuotes);
        do
        {
            if (!scanner.Read())
            {
                throw new DataException($"{path}: the file holds nothing but blank lines. Give a file with a line of names and at least one row.");
            }
        }
        while (scanner.Fault == RecordFault.None && scanner.IsBlank);

        ThrowIfBroken(path, scanner);
        if (!dialect.HasHeader)
        {
            return [.. Enumerable.Range(1, scanner.CellCount).Select(column => $"column{column}")];
        }

        string[] names = [.. Enumerable.Range(0, scanner.CellCount).Select(cell => scanner[cell].Trim().ToString())];
        CheckNames(path, scanner.Line, names);
        return names;
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

    private static void CheckNames(string path, long line, string[] names)
    {
        var faults = new FaultList(path);
        if (Array.TrueForAll(names, name => NumberText.Read(name, out _) != NumberKind.None))
        {
            faults.Add(new(line, null, names[0], $"the first line holds numbers ('{FaultList.Show(string.Join("', '", names.Take(3)))}'), not names. Add a line of names, or set HasHeader = false (--no-header)."));
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
