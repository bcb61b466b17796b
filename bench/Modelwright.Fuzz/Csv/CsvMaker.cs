using System.IO.Compression;
using System.Text;

namespace Modelwright.Fuzz.Csv;

/// <summary>Writes delimited files as careless programs do, and worse.</summary>
internal static class CsvMaker
{
    private static readonly string[] Cells =
    [
        "", "", " ", "0", "1", "-1", "12.50", "1e5", "007", "1e999", "inf", "-", "NA", "?", "None", "1,5", "1.234,5", "9007199254740993", "99999999999999999999",
        "x", "a b", " lead", "Łódź", "\U0001F600", "true", "2024-01-02", "2024-02-30", "2024-01-02T03:04:05Z", "01/02/2024", "say \"hi\"", "two\nlines", "a\rb", "a\r\nb",
        ",", ";", "\t", "|", "'", "\u001b[31m", "\uFEFF", "\uFFFF", "\0", "=1+1",
    ];

    private static readonly string[] Breaks = ["\n", "\n", "\r\n", "\r\n", "\r", "\n\n", "\r\r\n", "\n\r"];

    /// <summary>Makes a case.</summary>
    internal static CsvCase Make(Random random)
    {
        var separator = CsvCase.Separators[random.Next(random.Next(3) == 0 ? 4 : 1)];
        var bytes = Encoded(Text(random, separator), random);
        for (var times = random.Next(4) == 0 ? random.Next(1, 4) : 0; times > 0; times--)
        {
            bytes = Packages.ByteMutation.Apply(bytes, random);
        }

        if (random.Next(8) == 0)
        {
            bytes = Packed(bytes, random);
        }

        var flags = (random.Next(2) == 0 ? CsvFlags.SkipBadRows : 0) | (random.Next(8) == 0 ? CsvFlags.NoHeader : 0) | (random.Next(8) == 0 ? CsvFlags.NoQuotes : 0) | (random.Next(2) == 0 ? CsvFlags.KeepText : 0);
        return new(flags, random.Next(2) == 0 ? (byte)separator : (byte)0, bytes);
    }

    private static string Text(Random random, char separator)
    {
        var text = new StringBuilder();
        var columns = random.Next(60) == 0 ? random.Next(50, 2000) : random.Next(1, 6);
        var rows = random.Next(80) == 0 ? random.Next(50, 400) : random.Next(0, 7);
        var lineBreak = Breaks[random.Next(4)];
        var isPlain = random.Next(3) == 0;
        if (columns > 50)
        {
            rows = Math.Min(rows, 2);
        }

        text.Append(Above(random, separator, columns, lineBreak));
        for (var row = -1; row < rows; row++)
        {
            var ragged = !isPlain && random.Next(12) == 0 ? random.Next(-2, 3) : 0;
            for (var column = 0; column < Math.Max(0, columns + ragged); column++)
            {
                text.Append(column == 0 ? "" : separator);
                text.Append(row < 0 ? Name(random, column) : Cell(random, separator, isPlain));
            }

            text.Append(!isPlain && random.Next(12) == 0 ? Breaks[random.Next(Breaks.Length)] : row + 1 < rows || random.Next(5) > 0 ? lineBreak : "");
        }

        return text.ToString();
    }

    // What programs write above the names: Excel's separator, remarks, or groups of names.
    private static string Above(Random random, char separator, int columns, string lineBreak) => random.Next(30) switch
    {
        0 => $"sep={separator}{lineBreak}",
        1 => $"# a remark{lineBreak}#{separator} and another{lineBreak}",
        2 => string.Join(separator, Enumerable.Range(0, columns).Select(column => column % 2 == 0 ? $"group{column}" : "")) + lineBreak,
        _ => "",
    };

    private static string Name(Random random, int column) => random.Next(40) switch
    {
        0 => "",
        1 => "c0",
        2 => $"\"c{column}\"",
        3 => $" c{column} ",
        4 => $"{column}",
        _ => $"c{column}",
    };

    private static string Cell(Random random, char separator, bool isPlain)
    {
        if (isPlain)
        {
            return random.Next(3) == 0 ? "x" : $"{random.Next(-5, 1000)}{(separator == ',' || random.Next(3) > 0 ? "" : $",{random.Next(100)}")}";
        }

        if (random.Next(400) == 0)
        {
            return new string('y', random.Next(200, 300_000));
        }

        var cell = Cells[random.Next(Cells.Length)];
        var isSpecial = cell.AsSpan().ContainsAny(['"', '\r', '\n', separator]);
        return random.Next(12) switch
        {
            0 => $"\"{cell}\"",
            1 => $"\"{cell}",
            2 => $"{cell}\"",
            3 => $"\"{cell}\" ",
            4 => $" \"{cell}\"",
            _ => isSpecial && random.Next(4) > 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell,
        };
    }

    private static byte[] Encoded(string text, Random random)
    {
        Encoding encoding = random.Next(24) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => Encoding.Latin1,
            3 => Encoding.UTF32,
            _ => Encoding.UTF8,
        };
        var hasMark = encoding == Encoding.UTF8 ? random.Next(12) == 0 : random.Next(4) > 0;
        return [.. hasMark ? encoding.Preamble : [], .. encoding.GetBytes(text)];
    }

    // One member or several, then perhaps damaged.
    private static byte[] Packed(byte[] text, Random random)
    {
        var cut = random.Next(3) == 0 ? random.Next(text.Length + 1) : text.Length;
        byte[] packed = [.. Member(text[..cut]), .. cut < text.Length ? Member(text[cut..]) : []];
        return random.Next(2) == 0 ? packed : Packages.ByteMutation.Apply(packed, random);
    }

    private static byte[] Member(byte[] text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(text);
        }

        return stream.ToArray();
    }
}
