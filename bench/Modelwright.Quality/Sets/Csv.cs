using System.IO.Compression;
using System.Text;

namespace Modelwright.Quality.Sets;

/// <summary>Comma-separated records, read and written one by one. The product's own reader is what is measured, so it is not used here.</summary>
internal static class Csv
{
    /// <summary>Reads all records, the header first.</summary>
    /// <param name="path">A file, compressed where its name ends in .gz.</param>
    public static IEnumerable<string[]> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8, true, 1 << 16);
        while (reader.ReadLine() is { } line)
        {
            if (!line.Contains('"', StringComparison.Ordinal))
            {
                if (line.Length > 0)
                {
                    yield return line.Split(',');
                }

                continue;
            }

            var record = new StringBuilder(line);
            while (IsOpen(record) && reader.ReadLine() is { } next)
            {
                record.Append('\n').Append(next);
            }

            yield return Fields(record.ToString());
        }
    }

    /// <summary>Writes one record.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="fields">Its fields; quoted where they must be.</param>
    public static void Write(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields.Select(field =>
            field.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field)));
        writer.Write('\n');
    }

    private static bool IsOpen(StringBuilder record)
    {
        var quotes = 0;
        for (var place = 0; place < record.Length; place++)
        {
            quotes += record[place] == '"' ? 1 : 0;
        }

        return quotes % 2 == 1;
    }

    private static string[] Fields(string record)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var place = 0; place < record.Length; place++)
        {
            var letter = record[place];
            if (letter == '"' && quoted && place + 1 < record.Length && record[place + 1] == '"')
            {
                field.Append(letter);
                place++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
