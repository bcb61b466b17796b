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

    [Fact]
    public async Task Write_Cancelled_LeavesNothing()
    {
        using var file = TempFile.With("out.csv", "before");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TableWriter.WriteAsync(Rows, file.Path, new(canceled: true)));

        Assert.Equal("before", await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
    }

    [Theory]
    [InlineData("out.xls", "'out.xls' cannot be written: the extension '.xls' is not known.")]
    [InlineData("out", "'out' cannot be written: it has no extension.")]
    public void CheckPath_UnknownKind_ListsTheKnown(string path, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<OptionsException>(() => TableWriter.CheckPath(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void CheckPath_AbsentFolder_SaysSo()
    {
        var path = Path.Combine(Path.GetTempPath(), "no such folder", "out.csv");

        var error = Assert.Throws<OptionsException>(() => TableWriter.CheckPath(path));

        Assert.Equal($"'{path}' cannot be written: the folder '{Path.GetDirectoryName(path)}' does not exist. Make it first.", error.Message);
    }
}
