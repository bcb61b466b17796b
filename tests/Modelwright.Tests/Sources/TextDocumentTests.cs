using System.Text;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class TextDocumentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_FolderOfFolders_HasALabelPerFolder()
    {
        using var tree = new TempTree().With("spam/1.txt", "buy now\nand here").With("ham/2.txt", "hello, \"you\"").With("ham/3.txt", " ");

        var read = await SourceTable.ReadAsync(tree.Path, cancellation: Cancel);

        Assert.Equal(["text", "label", "path"], read.Table.Names);
        Assert.Equal(["hello, \"you\"|ham|ham/2.txt", "|ham|ham/3.txt", "buy now\nand here|spam|spam/1.txt"], Lines(read.Table));
        Assert.Equal([ColumnType.Text, ColumnType.Category, ColumnType.Text], read.Table.Columns.Select(column => column.Type));
        Assert.Equal(("text", 3), (read.Report.Source, read.Report.RowsRead));
    }

    [Fact]
    public async Task Read_PatternInOneFolder_HasNoLabel()
    {
        using var tree = new TempTree().With("a.txt", "one").With("b.txt", "two");

        var table = await Table.ReadAsync(tree.At("*.txt"), cancellation: Cancel);

        Assert.Equal(["text", "path"], table.Names);
        Assert.Equal(["one|a.txt", "two|b.txt"], Lines(table));
    }

    [Fact]
    public async Task Read_Format_SaysWhetherAFileIsATableOrADocument()
    {
        using var tree = new TempTree().With("a.txt", "x\n1\n").With("b.txt", "x\n2\n");

        var tables = await Table.ReadAsync(tree.Path, new() { Format = "csv" }, Cancel);
        var document = await Table.ReadAsync(tree.At("a.txt"), new() { Format = "text" }, Cancel);
        var table = await Table.ReadAsync(tree.At("a.txt"), cancellation: Cancel);

        Assert.Equal(["1", "2"], Lines(tables));
        Assert.Equal(["x\n1\n|a.txt"], Lines(document));
        Assert.Equal(["1"], Lines(table));
    }

    [Fact]
    public async Task Read_OtherEncodings_NeedANameOrAMark()
    {
        using var tree = new TempTree();
        File.WriteAllBytes(tree.At("mark.txt"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("żółw")]);
        File.WriteAllBytes(tree.At("old.txt"), Encoding.Latin1.GetBytes("Größe"));

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));
        var skipped = await SourceTable.ReadAsync(tree.Path, new() { SkipBadRows = true }, Cancel);
        var named = await Table.ReadAsync(tree.At("o*.txt"), new() { Encoding = "latin1" }, Cancel);

        Assert.Equal($"{tree.Path}: 'old.txt': the file holds bytes that are not utf-8. Save it as UTF-8, name its encoding (such as latin1), or leave it out of the pattern.", error.Message);
        Assert.Equal((1, 1L), (skipped.Report.RowsRead, skipped.Report.RowsSkipped));
        Assert.Equal(["żółw|mark.txt"], Lines(skipped.Table));
        Assert.Equal(["Größe|old.txt"], Lines(named));
    }

    [Fact]
    public async Task Read_DocumentWithoutEnd_IsRefused()
    {
        using var tree = new TempTree().With("a.txt", "").With("b.txt", "");
        await File.WriteAllBytesAsync(tree.At("a.txt"), TempFile.Gzip(new string('x', (1 << 24) + 1)), Cancel);

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));

        Assert.Equal($"{tree.Path}: 'a.txt': the document is longer than 16777216 characters. Cut it into parts.", error.Message);
    }

    private static string[] Lines(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join('|', table.Columns.Select(column => column.Format(row))))];
}
