using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class JsonLinesSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NestedAndUnevenObjects_GivesColumnsByPath()
    {
        using var file = TempFile.With("rows.jsonl", """
            {"a":1,"b":{"c":"x"},"list":["p","q"]}
            {"b":{"c":"y","d":true},"a":null}
            {"a":2.5,"late":"2024-05-01","code":"5"}

            """);

        var table = await Table.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(["a", "b.c", "list", "b.d", "late", "code"], table.Names);
        Assert.Equal(["1", null, "2.5"], Texts(table, "a"));
        Assert.Equal(["x", "y", null], Texts(table, "b.c"));
        Assert.Equal(["[\"p\",\"q\"]", null, null], Texts(table, "list"));
        Assert.Equal([null, "true", null], Texts(table, "b.d"));
        Assert.Equal(ColumnType.Time, table["late"].Type);
        Assert.Equal(ColumnType.Category, table["code"].Type);
    }

    [Fact]
    public async Task Read_NumbersThenText_KeepsAllAsText()
    {
        using var file = TempFile.With("rows.jsonl", "{\"a\":1.50}\n{}\n{\"a\":\"x\"}\n");

        Assert.Equal(["1.50", null, "x"], Texts(await Table.ReadAsync(file.Path, cancellation: Cancel), "a"));
    }

    [Fact]
    public async Task Read_BrokenLines_ListsAllOfThem()
    {
        using var file = TempFile.With("rows.jsonl", "{\"a\":1}\n{\"a\":\n[1]\n{\"a\":2}\n");

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal(
            $$"""
            {{file.Path}}, line 2: the JSON is broken at character 6: '{"a":'. Close what is open, or get the file again if it was cut.
            {{file.Path}}, line 3: '[1]' is no JSON object. Write each row as one, such as {"age": 31}.
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """,
            error.Message);
    }

    [Fact]
    public async Task Read_JsonList_SaysHowToWriteIt()
    {
        using var file = TempFile.With("rows.jsonl", "[{\"a\":1}]\n");

        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal($"{file.Path}, line 1: the file holds one JSON list, not one object a line. Write each object on a line of its own (jq -c '.[]' does so), or name the file .json.", error.Message);
    }

    [Fact]
    public async Task Read_BrokenLinesSkipped_CountsThem()
    {
        using var file = TempFile.With("rows.jsonl", "{\"a\":1}\n{\"a\":\n{\"a\":2,\"a\":3}\n");

        var read = await SourceTable.ReadAsync(file.Path, new() { SkipBadRows = true }, Cancel);

        Assert.Equal(["1", "2"], Texts(read.Table, "a"));
        Assert.Equal(1, read.Report.RowsSkipped);
        Assert.Equal("the object names 'a' twice; the first value counts. Leave one out.", read.Report.Faults[1].Text);
    }

    private static string?[] Texts(Table table, string column) =>
        [.. Enumerable.Range(0, table.RowCount).Select(table[column].Format)];
}
