using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class TableWriterTests
{
    private static readonly Table Rows = new(
    [
        new NumberColumn("a", [1.5, double.NaN]),
        CategoryColumn.FromTexts("b, c", ["say \"hi\"", null]),
    ]);

    [Fact]
    public async Task Write_Csv_QuotesWhatMustBe()
    {
        using var file = TempFile.Named("out.csv");

        await TableWriter.WriteAsync(Rows, file.Path, TestContext.Current.CancellationToken);

        Assert.Equal("a,\"b, c\"\n1.5,\"say \"\"hi\"\"\"\n,\n", await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Write_JsonLines_HasOneObjectALine()
    {
        using var file = TempFile.Named("out.jsonl");

        await TableWriter.WriteAsync(Rows, file.Path, TestContext.Current.CancellationToken);

        Assert.Equal("{\"a\":1.5,\"b, c\":\"say \\\"hi\\\"\"}\n{\"a\":null,\"b, c\":null}\n", await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void WriteCsv_Stream_IsLeftOpen()
    {
        using var stream = new MemoryStream();

        TableWriter.WriteCsv(Rows.Select(["a"]), stream, TestContext.Current.CancellationToken);

        Assert.Equal("a\n1.5\n\"\"\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData(".jsonl")]
    [InlineData(".json")]
    public async Task Write_WhatJsonCannotHold_IsSaidTogether(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        var table = new Table([new NumberColumn("a", [1, double.PositiveInfinity]), new NumberColumn("b\udc00", [1, 2]), CategoryColumn.FromTexts("c", ["x", "y\ud83d"])]);

        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(table, file.Path, TestContext.Current.CancellationToken));

        Assert.Equal(
            """
            FILE: the name of column 2: the text holds half of a character (U+DC00), which no file of text can. Mend it.
            FILE: column 'c', row 2: the text holds half of a character (U+D83D), which no file of text can. Mend it.
            FILE: column 'a', row 2: the number is Infinity, which JSON cannot hold. Replace it by a finite one, or leave it out.
            """,
            error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
    }

    [Theory]
    [InlineData("out.log", "'out.log' cannot be written: the extension '.log' is not known.")]
    [InlineData("out.xls", "'out.xls' cannot be written: the extension '.xls' is not known. Did you mean '.xlsx'?")]
    [InlineData("out", "'out' cannot be written: it has no extension.")]
    public void CheckPath_UnknownKind_ListsTheKnown(string path, string expected) => Assert.Equal(
        expected + " Use one of .csv, .csv.gz, .csv.zst, .tsv, .tsv.gz, .tsv.zst, .jsonl, .jsonl.gz, .jsonl.zst, .ndjson, .ndjson.gz, .ndjson.zst, .json, .json.gz, .json.zst, .parquet, .xlsx, .xml, .xml.gz, .xml.zst, .sqlite, .sqlite3, .db3, .duckdb, .ddb.",
        Assert.Throws<OptionsException>(() => TableWriter.CheckPath(path)).Message);
}
