using System.Text;
using CsCheck;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Sources.Delimited;

namespace Modelwright.Tests.Sources;

/// <summary>What bytes become, where nobody told the encoding: read with a note, or refused with line, column, bytes and remedy.</summary>
public class EncodingTests
{
    private const string Euro = "name,price\nMüller,5 €\nZoë,7\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public async Task Read_WideCharacters_AreText(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);

        var read = await Read([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Euro)]);

        Assert.Equal(["name", "price"], read.Table.Names);
        Assert.Equal(["Müller", "Zoë"], Enumerable.Range(0, 2).Select(read.Table["name"].Format));
        Assert.Equal("5 €", read.Table["price"].Format(0));
        Assert.Equal(encoding.WebName, read.Report.Encoding);
        Assert.Equal(
            hasMark ? [] : [$"The file has no byte order mark and was read as {encoding.WebName}, as the zero bytes in it say. If texts look wrong, set Encoding (--encoding)."],
            read.Report.Notes);
    }

    [Fact]
    public async Task Read_Utf16JsonLines_AreText()
    {
        using var file = TempFile.With("rows.jsonl", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{\"a\":\"é\"}\n{\"a\":\"中\"}\n")]);

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(("é", "中", "utf-16"), (read.Table["a"].Format(0), read.Table["a"].Format(1), read.Report.Encoding));
    }

    [Fact]
    public async Task Read_Windows1252_IsReadWithANote()
    {
        var read = await Read([.. "name,price\nM"u8, 0xFC, .. "ller,5 "u8, 0x80, .. "\nZo"u8, 0xEB, .. ",7\n"u8]);

        Assert.Equal(["Müller", "Zoë"], Enumerable.Range(0, 2).Select(read.Table["name"].Format));
        Assert.Equal("5 €", read.Table["price"].Format(0));
        Assert.Equal("windows-1252", read.Report.Encoding);
        Assert.Equal(["The file is not UTF-8 and was read as windows-1252, the first in line 2: 0xFC as 'ü'. If texts look wrong, set Encoding (--encoding)."], read.Report.Notes);
    }

    [Fact]
    public async Task Read_MixedEncodings_ReadsEachAsItIs()
    {
        var read = await Read([.. "name\nZoë\nM"u8, 0xFC, .. "ller\nÅsa\ncaf"u8, 0xE9, .. " L"u8, 0xFC, .. "tt\n"u8]);

        Assert.Equal(["Zoë", "Müller", "Åsa", "café Lütt"], Enumerable.Range(0, 4).Select(read.Table["name"].Format));
        Assert.Equal("utf-8", read.Report.Encoding);
        Assert.Equal(["2 lines hold bytes that are not UTF-8 and were read as windows-1252, the first in line 3: 0xFC as 'ü'. If texts look wrong, set Encoding (--encoding)."], read.Report.Notes);
    }

    // Привет in windows-1251, Łódź and Pałac in windows-1250, 日本 in shift_jis, an undefined byte, a character cut in two.
    [Theory]
    [InlineData("CFF0E8E2E5F2", "0xCF 0xF0 0xE8 0xE2")]
    [InlineData("A3F3649F", "0x9F")]
    [InlineData("5061B36163", "0xB3")]
    [InlineData("93FA967B", "0x93 0xFA 0x96")]
    [InlineData("6181", "0x81")]
    [InlineData("636166C3", "0xC3")]
    public async Task Read_BytesOfAnotherAlphabet_AreRefused(string bytes, string shown)
    {
        byte[] text = [.. "id,name\n1,é\n2,"u8, .. Convert.FromHexString(bytes), .. "\n3,x\n"u8];

        Assert.EndsWith($"rows.csv, line 3: {shown} in column 'name' is not utf-8, and does not look like windows-1252 either. Name the file's encoding (such as windows-1250), or save the file as UTF-8.", await Refused(text), StringComparison.Ordinal);
        Assert.Equal((1L, 2), await Skipped(text));
    }

    [Fact]
    public async Task Read_TheirEncodingNamed_AreText()
    {
        byte[] text = [.. "name\n"u8, 0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, .. "\n"u8];

        Assert.Equal("Привет", (await Read(text, new() { Encoding = "windows-1251" })).Table["name"].Format(0));
    }

    [Fact]
    public async Task Read_Utf8Named_RefusesOtherBytes() =>
        Assert.EndsWith(
            "rows.csv, line 3: byte 0xE9 in column 'b' is not utf-8. Save the file as UTF-8, or name its encoding (such as latin1).",
            await Refused([.. "a,b\n1,x\n2,"u8, 0xE9, .. "\n"u8], new() { Encoding = "utf-8" }),
            StringComparison.Ordinal);

    [Fact]
    public async Task Read_Utf8CutWithinACharacter_IsRefused() =>
        Assert.Contains("line 3: 0xC3 in column 'b' is not utf-8", await Refused([.. "a,b\n1,é\n2,caf"u8, 0xC3]), StringComparison.Ordinal);

    [Fact]
    public async Task Read_Windows1252ThatEndsInALeadByte_IsText() =>
        Assert.Equal("café", (await Read([.. "b\nM"u8, 0xFC, .. "ller\ncaf"u8, 0xE9])).Table["b"].Format(1));

    [Theory]
    [InlineData(0xE9, "byte 0xE9 at character 10 is not utf-8. Save the file as UTF-8, or name its encoding (such as windows-1252).")]
    public async Task Read_JsonThatIsNotUtf8_SaysByteAndCharacter(byte wrong, string expected)
    {
        using var file = TempFile.With("rows.jsonl", [.. "{\"a\":\"caf"u8, wrong, .. "\"}\n"u8]);

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal($"{file.Path}, line 1: {expected}", error.Message);
        Assert.Equal("café", (await SourceTable.ReadAsync(file.Path, new() { Encoding = "latin1" }, Cancel)).Table["a"].Format(0));
    }

    // Two bytes that happen to be one UTF-8 character are taken for it, so letters of Latin-1 stand alone here.
    [Fact]
    public void Read_LatinWords_AreReadAsWritten() =>
        Gen.Char["aemnrstü éàçñöåøß"].Array[1, 12].Select(letters => new string(letters).Trim())
            .Where(word => word.Length > 0 && word.All(char.IsAscii) is false && !word.Zip(word[1..]).Any(pair => pair.First > '\x7F' && pair.Second > '\x7F'))
            .Array[1, 20]
            .Sample(words => Assert.Equal(words, Words(Encoding.Latin1.GetBytes("word,n\n" + string.Concat(words.Select(word => $"{word},1\n"))))), iter: 200, threads: 1);

    [Fact]
    public void Read_ManySingleBytes_TakesNoMemoryForEach()
    {
        byte[] line = [.. Enumerable.Repeat<byte[]>([(byte)'a', 0xE9], 500).SelectMany(pair => pair), (byte)'\n'];
        byte[] text = [.. Enumerable.Repeat(line, 5_000).SelectMany(bytes => bytes)];
        var feed = new CharacterFeed(new MemoryStream(text), new(Encoding.UTF8, TakesWindows1252: true));
        var characters = new char[1 << 16];
        var before = GC.GetAllocatedBytesForCurrentThread();

        while (feed.Read(characters) > 0)
        {
        }

        // One place a line; a text for each of the 2.5 million bytes would be 80 MB.
        Assert.Equal((5_000, 5_005_000L), (feed.Spots.Count, feed.Made));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    private static string?[] Words(byte[] bytes)
    {
        var table = Read(bytes).GetAwaiter().GetResult().Table;
        return [.. Enumerable.Range(0, table.RowCount).Select(table["word"].Format)];
    }

    private static async Task<SourceTable> Read(byte[] bytes, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.csv", bytes);
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static async Task<string> Refused(byte[] bytes, ReadOptions? options = null) =>
        (await Assert.ThrowsAsync<DataException>(() => Read(bytes, options))).Message;

    private static async Task<(long Skipped, int Rows)> Skipped(byte[] bytes)
    {
        var read = await Read(bytes, new() { SkipBadRows = true });
        return (read.Report.RowsSkipped, read.Table.RowCount);
    }
}
