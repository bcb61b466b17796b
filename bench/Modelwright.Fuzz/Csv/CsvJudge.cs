using System.Text;
using Modelwright.Sources;

namespace Modelwright.Fuzz.Csv;

/// <summary>Compares what the product read with what a plain reader finds in the same bytes.</summary>
internal static class CsvJudge
{
    private static readonly DecoderReplacementFallback Mark = new("\uFFFF");

    /// <summary>The text of a file; what is no text is marked.</summary>
    internal static string Decoded(byte[] text, Encoding encoding)
    {
        var own = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, Mark);
        return own.GetString(text);
    }

    /// <summary>Says what is wrong with a table; null where nothing is.</summary>
    internal static string? Wrong(byte[] bytes, CsvCase one, SourceTable read)
    {
        var encoding = Encoding.GetEncoding(read.Report.Encoding ?? "utf-8");
        var separator = read.Report.Separator ?? ',';
        if (one.Separator != 0 && separator != one.Separator)
        {
            return $"read with separator '{separator}', where '{(char)one.Separator}' was asked for";
        }

        var rows = Rows(bytes, one, encoding, separator);
        var header = rows.Find(row => !row.IsBlank)!;
        string[] names = [.. header.Cells.Select((name, column) => one.HasHeader ? Legible(name.Trim()) : $"column{column + 1}")];
        if (!names.SequenceEqual(read.Table.Names.Select(Legible)))
        {
            return $"the columns are '{string.Join("', '", read.Table.Names)}', where the file holds '{string.Join("', '", names)}'";
        }

        var (sound, broken) = Sound(rows, header, one);
        if (broken > 0 && !one.Skips)
        {
            return $"{broken} broken rows were read without a word";
        }

        return broken != read.Report.RowsSkipped ? $"{read.Report.RowsSkipped} rows are said to be skipped, where {broken} are broken"
            : sound.Count != read.Table.RowCount ? $"{read.Table.RowCount} rows were read, where the file holds {sound.Count}"
            : names.Select((_, column) => CellJudge.Wrong(read.Table.Columns[column], [.. sound.Select(row => row.Cells[column])])).FirstOrDefault(wrong => wrong is not null);
    }

    /// <summary>Whether a file was refused although nothing is wrong with it by any separator.</summary>
    internal static bool IsUnfounded(byte[] bytes, CsvCase one, string message)
    {
        // What the bytes look like is known only to the reader.
        if (bytes.Length == 0 || bytes.AsSpan().Contains((byte)0) || bytes.AsSpan().IndexOfAny((byte)0xFE, (byte)0xFF) >= 0 || message.Contains("not delimited text", StringComparison.Ordinal))
        {
            return false;
        }

        char[] separators = one.Separator == 0 ? CsvCase.Separators : [(char)one.Separator];
        return Array.TrueForAll(separators, separator => IsSound(Rows(bytes, one, Encoding.UTF8, separator), one));
    }

    // How many marks stand for bytes that are no text is up to the decoder.
    private static string Legible(string name) => name.Replace("\uFFFF", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal);

    private static List<CsvRow> Rows(byte[] bytes, CsvCase one, Encoding encoding, char separator) => new PlainCsv(Decoded(bytes, encoding), separator, one.HasQuotes).Rows();

    private static bool IsSound(List<CsvRow> rows, CsvCase one)
    {
        if (rows.Find(row => !row.IsBlank) is not { } header || header.IsBroken)
        {
            return false;
        }

        string[] names = [.. header.Cells.Select(name => name.Trim())];
        var areNames = !one.HasHeader || (names.All(name => name.Length > 0) && names.Distinct(StringComparer.Ordinal).Count() == names.Length && names.Any(name => name.StartsWith('c')));
        return areNames && (one.Skips || Sound(rows, header, one).Broken == 0);
    }

    private static (List<CsvRow> Rows, int Broken) Sound(List<CsvRow> rows, CsvRow header, CsvCase one)
    {
        var sound = new List<CsvRow>();
        var broken = 0;
        var isBeforeNames = one.HasHeader;
        foreach (var row in rows)
        {
            if (row.IsBlank && (header.Cells.Count > 1 || isBeforeNames))
            {
                continue;
            }

            if (row.IsBroken || row.Cells.Count != header.Cells.Count)
            {
                broken++;
            }
            else if (!isBeforeNames)
            {
                sound.Add(row);
            }

            isBeforeNames = false;
        }

        return (sound, broken);
    }
}
