using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Sources.Json;

namespace Modelwright.Tests.Sources;

/// <summary>Files named .json: the content tells whether they are one document or one object a line.</summary>
public class JsonDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":2,\"b\":{\"c\":\"y\"}}]")]
    [InlineData("[\n  {\n    \"a\": 1,\n    \"b\": { \"c\": \"x\" }\n  },\n  {\n    \"a\": 2,\n    \"b\": { \"c\": \"y\" }\n  }\n]\n")]
    [InlineData("{\"data\":[{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":2,\"b\":{\"c\":\"y\"}}]}")]
    [InlineData("\uFEFF{\n \"result\": {\"data\": [{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":2,\"b\":{\"c\":\"y\"}}], \"more\": {\"deep\": []}, \"names\": [\"p\", [1]]}\n}")]
    [InlineData("{\"a\":1,\"b\":{\"c\":\"x\"}}\n{\"a\":2,\"b\":{\"c\":\"y\"}}\n")]
    [InlineData("\n \n{\"a\":1,\"b\":{\"c\":\"x\"}}\n\n{\"a\":2,\"b\":{\"c\":\"y\"}}")]
    [InlineData("{\n\"a\":1,\"b\":{\"c\":\"x\"}}\n{\n\"a\":2,\"b\":{\"c\":\"y\"}}\n")]
    [InlineData("{\"a\":1,\"b\":{\"c\":\"x\"}}{\"a\":2,\"b\":{\"c\":\"y\"}}")]
    public async Task Read_AnyShape_GivesTheSameRows(string text)
    {
        var table = (await Read(text)).Table;

        Assert.Equal(["a", "b.c"], table.Names);
        Assert.Equal(["1", "2", "x", "y"], table.Columns.SelectMany(column => Enumerable.Range(0, 2).Select(column.Format)));
    }

    [Theory]
    [InlineData("{\"a\": 1,\n\"list\": [1, 2]}", 1)]
    [InlineData("{\"a\":1,\"list\":[1,2]}\n", 1)]
    [InlineData("[]", 0)]
    [InlineData("{\"page\":{\"rows\":[]}}", 0)]
    [InlineData("{\"name\":\"x\",\"tags\":[]}", 1)]
    [InlineData("{\"data\":[{}]}", 1)]
    public async Task Read_FewRows_AreThoseOfTheDocument(string text, int rows) => Assert.Equal(rows, (await Read(text)).Table.RowCount);

    [Fact]
    public async Task Read_OneObject_IsOneRowWithItsLists()
    {
        var table = (await Read("{\n\"a\": 1,\n\"list\": [1, \"x\"],\n\"in\": {\"b\": true}}")).Table;

        Assert.Equal([("a", "1"), ("list", "[1, \"x\"]"), ("in.b", "true")], table.Columns.Select(column => (column.Name, column.Format(0))));
    }

    [Fact]
    public async Task Read_ValuesBesideTheList_AreNoted() =>
        Assert.Equal(["The rows are the list 'page.rows'; 2 other values of the document were left out."], (await Read("{\"next\":null,\"page\":{\"number\":3,\"rows\":[{\"a\":1}]}}")).Report.Notes);

    [Fact]
    public async Task Read_SeveralLists_AsksWhichOne()
    {
        const string text = "{\"users\":[{\"a\":1}],\"page\":{\"rows\":[{\"b\":2},{\"b\":3}]}}";

        Assert.EndsWith("rows.json: The document holds 2 lists of objects. It holds 'users', 'page.rows': set Record (--record) to the one with the rows.", await Refused(text), StringComparison.Ordinal);
        Assert.Equal(["2", "3"], Enumerable.Range(0, 2).Select((await Read(text, new() { Record = "page.rows" })).Table["b"].Format));
    }

    [Theory]
    [InlineData("{\"users\":[{\"a\":1}]}", ": There is not one list of objects named 'rows' in the document. It holds 'users': set Record (--record) to the one with the rows.")]
    [InlineData("{\"users\":1}", ": There is not one list of objects named 'rows' in the document. It holds none; leave Record (--record) out to read it as one row.")]
    [InlineData("[{\"a\":1}]", ": the document is a list itself, and has no list named 'rows'. Leave Record (--record) out.")]
    public async Task Read_ListThatIsNotThere_IsRefused(string text, string expected) => Assert.EndsWith(expected, await Refused(text, new() { Record = "rows" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("", ": the file is empty. Give a file with a list of JSON objects.")]
    [InlineData(" \n ", ": the file is empty. Give a file with a list of JSON objects.")]
    [InlineData("[{\"a\":1}]\n[{\"a\":2}]", ", line 2: the JSON is broken near '[{\"a\":2}]'. Close what is open, or get the file again if it was cut.")]
    [InlineData("{\"rows\":\n[{\"a\":1}]}\n{\"n\":[1]}", ", line 3: the JSON is broken near '{\"n\":[1]}'. Close what is open, or get the file again if it was cut.")]
    [InlineData("[{\"a\":1},\n{\"a\":}]", ", line 2: the JSON is broken near '}]'. Close what is open, or get the file again if it was cut.")]
    [InlineData("[{\"a\":1},\n", ", line 2: the document ends before all of it is closed. Close what is open, or get the file again if it was cut.")]
    [InlineData("[{\"a\":1}]\n x", ", line 2: the JSON is broken near 'x'. Close what is open, or get the file again if it was cut.")]
    [InlineData("[{\"a\":1},\n[2]]", ", line 2: '[2]' is no JSON object. Write each row as one, such as {\"age\": 31}.")]
    [InlineData("[{\"a\":1},\n\n {\"a\":1,\"a\":2}]", ", line 3: the object names 'a' twice; the first value counts. Leave one out.")]
    [InlineData("[{\"a\":\"\\ud800\"}]", ", line 1: a text holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.")]
    [InlineData("{\"a\":1,\n\"list\":[{]}", ", line 2: the JSON is broken near ']}'. Close what is open, or get the file again if it was cut.")]
    public async Task Read_Broken_SaysWhatAndWhere(string text, string expected) => Assert.EndsWith("rows.json" + expected, await Refused(text), StringComparison.Ordinal);

    [Fact]
    public async Task Read_RowsThatAreNoObjects_CanBeSkipped()
    {
        var read = await Read("[{\"a\":1}, 5, [1], null, {\"a\":2}]", new() { SkipBadRows = true });

        Assert.Equal((3L, 2), (read.Report.RowsSkipped, read.Table.RowCount));
    }

    [Theory]
    [InlineData(70, "line 1: lists and objects are nested deeper than 64 levels. Take the inner ones apart, or leave them out.")]
    [InlineData(5000, "line 1: lists and objects are nested deeper than 128 levels. Take the inner ones apart, or leave them out.")]
    public async Task Read_DeepNesting_SaysSo(int depth, string expected) =>
        Assert.EndsWith(expected, await Refused($"[{{\"a\":{new string('[', depth)}{new string(']', depth)}}}]"), StringComparison.Ordinal);

    [Fact]
    public void Read_EndlessValue_IsRefusedInBoundedMemory()
    {
        using var file = TempFile.With("rows.json.gz", TempFile.Gzip("[{\"a\":1},\n{\"a\":\"" + new string('x', 100_000_000)));
        var request = new SourceRequest(file.Path, new());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<DataException>(() => new ObjectTableReader(new JsonFile("json", request, mayBeDocument: true), request).Read(Cancel));

        Assert.Equal($"{file.Path}, line 2: a value is longer than 16777216 bytes. Shorten it, or split the file.", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128 << 20);
    }

    [Fact]
    public async Task Read_EveryCut_IsRefused()
    {
        var whole = Encoding.UTF8.GetBytes("{\"n\": [1, {\"é\": 2}], \"rows\": [{\"a\": \"ü\"},\n {\"a\": \"\\u00e9\"}]}");
        for (var cut = 1; cut < whole.Length; cut++)
        {
            using var file = TempFile.With("rows.json", whole[..cut]);
            await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));
        }
    }

    [Fact]
    public async Task Read_Utf16Document_IsText()
    {
        using var file = TempFile.With("rows.json", Encoding.BigEndianUnicode.GetBytes("[{\"a\": \"é\"}]"));

        Assert.Equal("é", (await Table.ReadAsync(file.Path, cancellation: Cancel))["a"].Format(0));
    }

    // The framework's own document model, which holds all of it, reads the same values.
    [Fact]
    public void Read_AnyRows_GivesTheValuesOfTheDocumentModel() =>
        Gen.Select(Gen.Int, Gen.String, Gen.Bool).Select((number, text, indented) => (number, text: new string([.. text.Where(letter => !char.IsSurrogate(letter))]), indented)).Array[1, 20].Sample(rows =>
        {
            var document = new JsonObject { ["rows"] = new JsonArray([.. rows.Select(row => new JsonObject { ["n"] = row.number, ["in"] = new JsonObject { ["t"] = "_" + row.text } })]) };
            var table = Read(document.ToJsonString(new() { WriteIndented = rows[0].indented })).GetAwaiter().GetResult().Table;
            Assert.Equal(rows.Select(row => ((double)row.number, "_" + row.text)), Enumerable.Range(0, rows.Length).Select(row => (((NumberColumn)table["n"]).Values.At(row), table["in.t"].Format(row)!)));
        }, iter: 100, threads: 1);

    [Fact]
    public async Task Write_Json_IsOneListOfObjects()
    {
        using var file = TempFile.Named("out.json");

        await TableWriter.WriteAsync(new Table([new NumberColumn("a", [1.5, double.NaN]), CategoryColumn.FromTexts("b", ["é\"", null])]), file.Path, Cancel);

        Assert.Equal("[\n{\"a\":1.5,\"b\":\"é\\\"\"},\n{\"a\":null,\"b\":null}\n]\n", await File.ReadAllTextAsync(file.Path, Cancel));
    }

    private static async Task<SourceTable> Read(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.json", text);
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static async Task<string> Refused(string text, ReadOptions? options = null) =>
        (await Assert.ThrowsAsync<DataException>(() => Read(text, options))).Message;
}
