using System.IO.Compression;
using System.Text;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Sources.Json;

namespace Modelwright.Tests.Sources;

/// <summary>Lines that are JSON in the letter only, and files that are no JSON lines at all.</summary>
public class JsonLinesHostileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}\n", ", line 1: a text holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    [InlineData("{\"\\udc00\":1}\n", ", line 1: a text holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    [InlineData("[\n{\"a\":1},\n{\"a\":2}\n]\n", ", line 1: the file holds one JSON list, not one object a line. Write each object on a line of its own (jq -c '.[]' does so), or name the file .json.")]
    [InlineData("{\n  \"a\": 1\n}\n", ", line 1: an object is spread over several lines. Write each object on one line (jq -c . does so), or name the file .json.")]
    [InlineData("{\"é\":1,}\n", ", line 1: the JSON is broken at character 8: '{\"é\":1,}'. Close what is open, or get the file again if it was cut.")]
    [InlineData("{\"a\":1} {\"a\":2}\n", ", line 1: the JSON is broken at character 9: '{\"a\":1} {\"a\":2}'. Close what is open, or get the file again if it was cut.")]
    [InlineData("", ": the file is empty. Give a file with one JSON object a line.")]
    public async Task Read_Broken_SaysWhatAndWhere(string text, string expected) => await Expect(Encoding.UTF8.GetBytes(text), expected);

    [Fact]
    public async Task Read_DeepNesting_SaysSo() =>
        await Expect(Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', 100)}{new string(']', 100)}}}\n"), ", line 1: lists and objects are nested deeper than 64 levels. Take the inner ones apart, or leave them out.");

    [Fact]
    public async Task Read_HalfACharacterSkipped_KeepsTheOtherLines()
    {
        var read = await Read(Encoding.UTF8.GetBytes("{\"a\":\"\\ud83d\"}\n{\"a\":\"\\ud83d\\ude00\"}\n"), new() { SkipBadRows = true });

        Assert.Equal((1, "\U0001F600"), (read.Report.RowsSkipped, read.Table["a"].Format(0)));
    }

    [Fact]
    public async Task Read_EndlessLine_IsAFaultOfThatLineAlone()
    {
        // A megabyte on disk, half a gigabyte of text.
        using var file = TempFile.Named("rows.jsonl.gz");
        await using (var gzip = new GZipStream(File.Create(file.Path), CompressionLevel.Fastest))
        {
            gzip.Write("{\"a\":1}\n{\"a\":\""u8);
            var much = new byte[1 << 20];
            much.AsSpan().Fill((byte)'x');
            for (var times = 0; times < 512; times++)
            {
                gzip.Write(much);
            }

            gzip.Write("\"}\n{\"a\":2}\n"u8);
        }

        var request = new SourceRequest(file.Path, new());
        var (error, bytes) = Allocated.By(() => Task.FromResult(Assert.Throws<DataException>(() => new ObjectTableReader(new JsonFile("json_lines", request, mayBeDocument: false), request).Read(Cancel))));

        Assert.Equal($"{file.Path}, line 2: the line is longer than 16777216 bytes. Write each object on a line of its own, or shorten its values.", error.Message);
        Assert.InRange(bytes, 1 << 20, 256 << 20);
        Assert.Equal(2, (await SourceTable.ReadAsync(file.Path, new() { SkipBadRows = true }, Cancel)).Table.RowCount);
    }

    [Fact]
    public async Task Read_NamesThatAreValues_AreRefusedBeforeMemoryIsUsedUp()
    {
        var lines = Enumerable.Range(0, 60).Select(row => "{" + string.Join(',', Enumerable.Range(0, 1000).Select(name => $"\"id{row}-{name}\":1")) + "}\n");
        await Expect(
            Encoding.UTF8.GetBytes(string.Concat(lines)),
            ": the objects have more than 50000 different names, of which 'id50-0' is the next. Give each object the same names; a name that differs from row to row, such as an id, is a value.");
    }

    [Fact]
    public async Task Read_NameTwiceAndALateText_KeepsTheFault()
    {
        // The column that is read a second time is not the one that is named twice.
        var read = await Read("{\"a\":1,\"a\":2,\"b\":1}\n{\"a\":3,\"b\":\"x\"}\n"u8.ToArray(), new() { SkipBadRows = true });

        Assert.Equal("the object names 'a' twice; the first value counts. Leave one out.", Assert.Single(read.Report.Faults).Text);
        Assert.Equal((0, 2), (read.Report.RowsSkipped, read.Table.RowCount));
    }

    private static async Task<SourceTable> Read(byte[] bytes, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.jsonl", bytes);
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static async Task Expect(byte[] bytes, string expected)
    {
        using var file = TempFile.With("rows.jsonl", bytes);
        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));
        Assert.Equal(file.Path + expected, error.Message);
    }
}
