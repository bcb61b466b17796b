using System.Text;
using Modelwright.Sources;

namespace Modelwright.Fuzz.Csv;

/// <summary>Compares what the product read with what a plain reader finds in the same bytes.</summary>
internal static class CsvJudge
{
    private static readonly DecoderReplacementFallback Mark = new("\uFFFF");

    /// <summary>The text of a file; what is no text is marked.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="encoding">The encoding that was found.</param>
    internal static string Decoded(byte[] text, string encoding) =>
        encoding is "utf-8" or "windows-1252" ? PlainText.Decode(text) : Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, Mark).GetString(text);

    /// <summary>Says what is wrong with a table; null where nothing is.</summary>
    internal static string? Wrong(byte[] bytes, CsvCase one, SourceTable read)
    {
        var report = read.Report;
        if (one.Separator != 0 && report.Separator != one.Separator)
        {
            return $"read with separator '{report.Separator}', where '{(char)one.Separator}' was asked for";
        }

        var passed = PlainNames.PassedOver(report.Notes);
        if (PlainNames.Without(Decoded(bytes, report.Encoding ?? "utf-8"), passed) is not { } text)
        {
            return $"{passed} lines were passed over, and one of them holds more than a remark";
        }

        var rows = new PlainCsv(text, report.Separator ?? ',', one.HasQuotes).Rows();
        var lines = PlainNames.Lines(report.Notes, one);
        CsvRow[] header = [.. rows.Where(row => !row.IsBlank).Take(Math.Max(1, lines))];
        if (header.Length < lines || Array.Exists(header, row => row.Cells.Count != header[0].Cells.Count))
        {
            return $"{lines} lines of names were joined that do not go together";
        }

        var (all, named) = PlainNames.Of(header, lines);
        var (sound, broken) = Sound(rows, header[0], lines);

        // Behind the last name a column is there only if something stands in it, or its type is told.
        int[] columns = [.. Enumerable.Range(0, all.Length).Where(column => column < named || one.KeepsText || sound.Exists(row => !string.IsNullOrWhiteSpace(row.Cells[column])))];
        string[] names = [.. columns.Select(column => all[column])];
        if (!names.Select(name => Legible(name, header[0])).SequenceEqual(read.Table.Names.Select(name => Legible(name, header[0]))))
        {
            return $"the columns are '{string.Join("', '", read.Table.Names)}', where the file holds '{string.Join("', '", names)}'";
        }

        if (broken > 0 && !one.Skips)
        {
            return $"{broken} broken rows were read without a word";
        }

        return broken != report.RowsSkipped ? $"{report.RowsSkipped} rows are said to be skipped, where {broken} are broken"
            : sound.Count != read.Table.RowCount ? $"{read.Table.RowCount} rows were read, where the file holds {sound.Count}"
            : columns.Select((column, place) => CellJudge.Wrong(read.Table.Columns[place], [.. sound.Select(row => row.Cells[column])], report.DecimalMark == ',')).FirstOrDefault(wrong => wrong is not null);
    }

    /// <summary>Whether a file was refused although nothing is wrong with it by any separator.</summary>
    internal static bool IsUnfounded(byte[] bytes, CsvCase one, string message)
    {
        // What the bytes look like is known only to the reader.
        if (bytes.Length == 0 || bytes.AsSpan().Contains((byte)0) || bytes.AsSpan().IndexOfAny((byte)0xFE, (byte)0xFF) >= 0 || message.Contains("not delimited text", StringComparison.Ordinal))
        {
            return false;
        }

        // Lines of remarks may hold the names or not, and a separator may be told above them: a file without a fault has none either way.
        var text = Decoded(bytes, "utf-8");
        char[] separators = one.Separator == 0 ? CsvCase.Separators : [(char)one.Separator];
        return Array.TrueForAll([text, PlainNames.Below(text)], from => Array.TrueForAll(separators, separator => IsSound(new PlainCsv(from, separator, one.HasQuotes).Rows(), one)));
    }

    // How many marks stand for bytes that are no text is up to the decoder, and so is what is read beside them.
    private static string Legible(string name, CsvRow header) => header.IsBroken ? string.Concat(name.Where(char.IsAscii)) : name;

    private static bool IsSound(List<CsvRow> rows, CsvCase one)
    {
        if (rows.Find(row => !row.IsBlank) is not { } header || header.IsBroken)
        {
            return false;
        }

        string[] names = [.. header.Cells.Select(name => name.Trim())];
        var areNames = !one.HasHeader || (names.All(name => name.Length > 0) && names.Distinct(StringComparer.Ordinal).Count() == names.Length && names.Any(name => name.StartsWith('c')));
        return areNames && (one.Skips || Sound(rows, header, one.HasHeader ? 1 : 0).Broken == 0);
    }

    private static (List<CsvRow> Rows, int Broken) Sound(List<CsvRow> rows, CsvRow header, int lines)
    {
        var sound = new List<CsvRow>();
        var broken = 0;
        foreach (var row in rows)
        {
            if (row.IsBlank && (header.Cells.Count > 1 || lines > 0))
            {
                continue;
            }

            if (row.IsBroken || row.Cells.Count != header.Cells.Count)
            {
                broken++;
            }
            else if (lines <= 0)
            {
                sound.Add(row);
            }

            lines--;
        }

        return (sound, broken);
    }
}
