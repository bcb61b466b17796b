using System.Text;
using static Modelwright.Tests.Sources.UglyFiles.UglyFile;

namespace Modelwright.Tests.Sources.UglyFiles;

/// <summary>Bytes that are not UTF-8, or not text at all.</summary>
internal static class EncodingFiles
{
    private const string Text = "a,b\n1,é\n2,x\n";

    internal static IReadOnlyList<UglyFile> All { get; } =
    [
        new("UTF-8 with a byte order mark", "rows.csv", () => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            """),
        new("UTF-16, little end first, with its mark", "rows.csv", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)],
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            """),
        new("UTF-16, big end first, with its mark", "rows.csv", () => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            """),
        new("UTF-32 with its mark", "rows.csv", () => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Text)],
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            """),
        new("UTF-16 without a mark", "rows.csv", () => Encoding.Unicode.GetBytes(Text),
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            Note: The file has no byte order mark and was read as utf-16, as the zero bytes in it say. If texts look wrong, set Encoding (--encoding).
            """),
        new("UTF-16 cut inside a character", "rows.csv", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n1,x")[..^1]], "Refused: {0}, line 2: the bytes of a character in column 'b' are not utf-16. Name the file's encoding (such as utf-8), or save the file as UTF-8."),
        new("Latin-1, not named", "rows.csv", () => Encoding.Latin1.GetBytes(Text),
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            Note: The file is not UTF-8 and was read as windows-1252, the first in line 2: 0xE9 as 'é'. If texts look wrong, set Encoding (--encoding).
            """),
        new("Latin-1, named", "rows.csv", () => Encoding.Latin1.GetBytes(Text),
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: é | x
            """) { Options = new() { Encoding = "latin1" }, Asked = "--encoding latin1" },
        new("two encodings in one file", "rows.csv", () => [.. "a,b\n1,ü\n2,"u8, 0xFC, .. "\n"u8],
            """
            2 rows, 2 columns.
            a: number: 1 | 2
            b: category: ü | ü
            Note: 1 line holds bytes that are not UTF-8 and were read as windows-1252, the first in line 3: 0xFC as 'ü'. If texts look wrong, set Encoding (--encoding).
            """),
        Csv("a zero byte in a cell", "a,b\n1,x\0y\n" + string.Concat(Enumerable.Repeat("2,the rest of the file is sound\n", 40)), "Refused: {0}, line 2: a zero byte in column 'b' is no text. Remove it, or name the file's encoding (such as utf-16)."),
        new("a picture named .csv", "rows.csv", () => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 0x0D, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0], "Refused: {0}: this is not text: 12 of the first 29 bytes are zero. Give a text file, or name its encoding (such as utf-16)."),
        new("nothing but zero bytes", "rows.csv", () => new byte[100], "Refused: {0}: this is not text: 100 of the first 100 bytes are zero. Give a text file, or name its encoding (such as utf-16)."),
        Csv("letters that look alike in names", "a,ａ,A\n1,2,3\n",
            """
            1 rows, 3 columns.
            a: number: 1
            ａ: number: 2
            A: number: 3
            """),
        Csv("orders to the terminal in a broken row", "a,b\n1,2,\u001b[31mred\n", "Refused: {0}, line 2: found 3 columns, expected 2 as in the header 'a,b'; the last value is '·[31mred'. Quote values that hold ',', or name another separator."),
    ];
}
