namespace Modelwright.Sources.Delimited;

/// <summary>The start of a file, to find out from.</summary>
/// <param name="Bytes">Up to <see cref="Length"/> bytes of text.</param>
/// <param name="IsWhole">Whether that is all of the file.</param>
/// <param name="Decoding">How they become characters.</param>
internal sealed record FileSample(byte[] Bytes, bool IsWhole, TextDecoding Decoding)
{
    internal const int Length = 1 << 18;
    private const int MostRecords = 1000;

    /// <summary>Takes the start of a file; whatever its kind.</summary>
    internal static FileSample Of(string path, ReadOptions options)
    {
        using var stream = TextFile.Open(path);
        var bytes = new byte[Length];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return new(bytes[..length], length < bytes.Length, TextDecoding.Of(bytes.AsSpan(0, length), options));
    }

    /// <summary>A scanner of records from the start.</summary>
    internal RecordScanner Scan(char separator, bool hasQuotes, int skippedLines)
    {
        var scanner = new RecordScanner(new(new MemoryStream(Bytes), Decoding), separator, hasQuotes);
        scanner.SkipLines(skippedLines);
        return scanner;
    }

    /// <summary>The first lines that are not blank, up to one that is no text; the last is left out where the sample ends in it.</summary>
    internal List<string> Lines()
    {
        var scanner = Scan(TextEncoding.Mark, hasQuotes: false, skippedLines: 0);
        var lines = new List<string>();
        while (lines.Count < MostRecords && scanner.Read() && scanner.Fault == RecordFault.None)
        {
            if (!scanner.IsBlank && (IsWhole || !scanner.EndedWithFile))
            {
                lines.Add(scanner[0].ToString());
            }
        }

        return lines;
    }

    /// <summary>The first sound records that are not blank; the last is left out where the sample ends in it.</summary>
    internal List<string[]> Records(char separator, bool hasQuotes, int skippedLines)
    {
        var scanner = Scan(separator, hasQuotes, skippedLines);
        var records = new List<string[]>();
        while (records.Count < MostRecords && scanner.Read())
        {
            if (scanner.Fault == RecordFault.None && !scanner.IsBlank && (IsWhole || !scanner.EndedWithFile))
            {
                records.Add(scanner.Cells(isTrimmed: false));
            }
        }

        return records;
    }
}
