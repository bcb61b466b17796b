using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

/// <summary>Files that no careful program wrote: long lines, wrong bytes on many lines, names that fill the start of the file.</summary>
public class CsvHostileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NamesLongerThanTheSample_AreAllRead()
    {
        string[] names = [.. Enumerable.Range(0, 10_000).Select(column => $"a name of some length for column {column}")];
        var read = await Read(string.Join(',', names) + "\n" + string.Join(',', Enumerable.Range(0, 10_000)) + "\n");

        Assert.Equal(names, read.Table.Names);
        Assert.Equal("9999", read.Table.Columns[^1].Format(0));
    }

    [Fact]
    public async Task Read_WrongBytesOnManyLines_SkipsEachOfThem()
    {
        byte[] bytes = [.. "a,b\n"u8, .. Enumerable.Repeat<byte[]>([.. "1,caf"u8, 0xE9, .. "\n2,ok\n"u8], 300).SelectMany(line => line)];

        var read = await Read(bytes, new() { SkipBadRows = true, Encoding = "utf-8" });

        Assert.Equal((300, 300), (read.Report.RowsSkipped, read.Table.RowCount));
        Assert.Equal(["ok"], ((CategoryColumn)read.Table["b"]).Levels);
    }

    [Theory]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    public async Task Read_BytesThatTheNamedEncodingLacks_AreRefused(string encoding)
    {
        byte[] wrong = encoding == "utf-16" ? [0x00, 0xD8] : [0xE9];
        byte[] bytes = [.. Encoding.GetEncoding(encoding).GetBytes("a,b\n1,"), .. wrong, .. Encoding.GetEncoding(encoding).GetBytes("\n")];

        var error = await Refused(bytes, new() { Encoding = encoding });

        Assert.EndsWith($"rows.csv, line 2: the bytes of a character in column 'b' are not {encoding}. Name the file's encoding (such as utf-8), or save the file as UTF-8.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Utf16CutInsideACharacter_IsRefused()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,x\n2,y")];

        Assert.EndsWith("rows.csv, line 3: the bytes of a character in column 'b' are not utf-16. Name the file's encoding (such as utf-8), or save the file as UTF-8.", await Refused(bytes[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WindowsEncoding_IsText()
    {
        var read = await Read([.. "a,b\n1,5 "u8, 0x80, .. "\n"u8], new() { Encoding = "windows-1252" });

        Assert.Equal("5 €", read.Table["b"].Format(0));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such")]
    public void Encoding_ThatIsNotThere_IsAFaultOfTheCall(string name) =>
        Assert.StartsWith($"Encoding (--encoding) '{name}' is not known.", Assert.Throws<OptionsException>(() => new ReadOptions { Encoding = name }.Validate()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Read_Utf32WithMark_IsText() =>
        Assert.Equal("é", (await Read([.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes("a,b\n1,é\n")])).Table["b"].Format(0));

    [Theory]
    [InlineData("", "the line is longer than 16777216 characters in column 'b'. Give each row a line of its own, or shorten the value.")]
    [InlineData("\"", "a quote is opened in column 'b' and not closed. Close it, or set HasQuotes = false (--no-quotes).")]
    public async Task Read_EndlessCell_IsOneFaultOfItsLine(string quote, string expected)
    {
        var text = $"a,b\n1,{quote}{new string('x', 40_000_000)}\n2,y\n";

        Assert.EndsWith($"rows.csv, line 2: {expected}", await Refused(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
        var read = await Read(text, new() { SkipBadRows = true });
        Assert.Equal((1, 1, "y"), (read.Report.RowsSkipped, read.Table.RowCount, read.Table["b"].Format(0)));
    }

    [Fact]
    public async Task Read_PairOfSurrogatesAtTheEndOfTheBuffer_IsRead()
    {
        // The byte order mark makes room for one character where a pair of them comes next.
        var name = new string('x', 131_071) + "\U0001F600";

        Assert.Equal([name], (await Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"{name}\n1\n")], new() { Separator = ',' })).Table.Names);
    }

    [Theory]
    [InlineData("a,b\r\n1,2\n3,4\r5,6\r\n", 3)]
    [InlineData("a,b\r1,2\r3,4\r", 2)]
    public async Task Read_MixedLineEnds_AreLineEnds(string text, int rows) => Assert.Equal(rows, (await Read(text)).Table.RowCount);

    [Fact]
    public async Task Read_ControlCharacters_AreNotShownToTheTerminal() =>
        Assert.Contains("the last value is '·[31mred'.", await Refused("a,b\n1,2,\u001b[31mred\n"u8.ToArray()), StringComparison.Ordinal);

    [Theory]
    [InlineData("a,A,é,É\n1,2,3,4\n")]
    [InlineData("名前,年齢,ａ,a\n1,2,3,4\n")]
    public async Task Read_NamesThatDifferByCaseOrWidth_AreDifferent(string text) =>
        Assert.Equal(text.Split('\n')[0].Split(','), (await Read(text)).Table.Names);

    [Fact]
    public async Task Read_EveryCut_IsRefusedOrNotedOrShorterByWholeLines()
    {
        var whole = Encoding.UTF8.GetBytes("n,\"t,é\"\r\n1,\"a\nb\"\r\n2,\"c\"\"d\"\r\n3,e\r\n");
        for (var cut = 1; cut < whole.Length; cut++)
        {
            SourceTable read;
            try
            {
                read = await Read(whole[..cut]);
            }
            catch (DataException)
            {
                continue;
            }

            Assert.True(read.Report.Notes.Count > 0 || whole[cut - 1] is (byte)'\r' or (byte)'\n', $"cut after {cut} bytes");
        }
    }

    private static Task<SourceTable> Read(string text, ReadOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    private static async Task<SourceTable> Read(byte[] bytes, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.csv", bytes);
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static async Task<string> Refused(byte[] bytes, ReadOptions? options = null) =>
        (await Assert.ThrowsAsync<DataException>(() => Read(bytes, options))).Message;
}
