using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class FolderSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("*.csv", "1,2")]
    [InlineData("**/*.csv", "1,3,4,2")]
    [InlineData("**", "1,3,4,2")]
    [InlineData("*/*.csv", "3")]
    [InlineData("?.csv", "1,2")]
    [InlineData("b/**/*.csv", "3,4")]
    [InlineData("b/c/d.csv", "4")]
    [InlineData("", "1,3,4,2")]
    public async Task Read_PatternOrFolder_TakesFilesInOrdinalOrderOfTheirPaths(string pattern, string expected)
    {
        using var tree = Tree();

        var address = pattern.Length == 0 ? tree.Path : tree.At(pattern);

        Assert.Equal(expected, Joined((await Table.ReadAsync(address, cancellation: Cancel))["x"]));
    }

    [Fact]
    public async Task Read_Folder_SaysWhatWasReadAndWhatNot()
    {
        using var tree = Tree().With("notes.md", "x");

        var report = (await SourceTable.ReadAsync(tree.Path, cancellation: Cancel)).Report;

        Assert.Equal((tree.Path, "csv", 4, ','), (report.Path, report.Source, report.RowsRead, report.Separator));
        Assert.Equal(["4 files were read, in the order of their paths.", "1 files of other kinds were passed over: notes.md."], report.Notes);
    }

    [Theory]
    [InlineData("1,5", "2,25", ',')]
    [InlineData("1.5", "2.25", '.')]
    [InlineData("1,5", "2.25", null)]
    public async Task Read_Folder_SaysTheDecimalMarkOfAll(string first, string second, char? mark)
    {
        using var tree = new TempTree().With("1.csv", $"a;b\n{first};x\n").With("2.csv", $"a;b\n{second};y\n");

        Assert.Equal(mark, (await SourceTable.ReadAsync(tree.Path, cancellation: Cancel)).Report.DecimalMark);
    }

    [Fact]
    public async Task Read_OtherOrderOfColumns_FindsThemByName()
    {
        using var tree = new TempTree().With("1.csv", "a,b\n1,x\n").With("2.csv", "b,a\ny,2\n");

        var table = await Table.ReadAsync(tree.Path, cancellation: Cancel);

        Assert.Equal(["1,2", "x,y"], table.Columns.Select(Joined));
    }

    [Fact]
    public async Task Read_DifferentColumns_ListsFilesAndColumns()
    {
        using var tree = new TempTree().With("1.csv", "a,b\n1,x\n").With("2.csv", "a,c\n2,y\n").With("3.csv", "a\n3\n");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));

        Assert.Equal(
            $"""
            {tree.Path}: '2.csv' has no column 'b', which '1.csv' has.
            {tree.Path}: '2.csv' has the column 'c', which '1.csv' has not.
            {tree.Path}: '3.csv' has no column 'b', which '1.csv' has.
            Give all files the same columns, or name a pattern that takes files with the same columns only.
            """,
            error.Message);
    }

    [Fact]
    public async Task Read_ObjectsWithOtherNames_AreMissingWhereAFileHasNone()
    {
        using var tree = new TempTree().With("1.jsonl", "{\"a\":1}\n").With("2.jsonl", "{\"b\":\"x\"}\n{\"a\":3}\n");

        var table = await Table.ReadAsync(tree.Path, cancellation: Cancel);

        Assert.Equal(["1,,3", ",x,"], table.Columns.Select(Joined));
    }

    [Theory]
    [InlineData("1.50", "x")]
    [InlineData("x", "1.50")]
    [InlineData("2024-01-01", "1.50")]
    public async Task Read_TextInOneFileAndNumbersInAnother_KeepsEveryCellAsWritten(string first, string second)
    {
        using var tree = new TempTree().With("1.csv", $"a,b\n{first},1\n").With("2.csv", "a,b\n,\n").With("3.csv", $"a,b\n{second},2\n");

        var table = await Table.ReadAsync(tree.Path, cancellation: Cancel);

        Assert.Equal([$"{first},,{second}", "1,,2"], table.Columns.Select(Joined));
        Assert.Equal([ColumnType.Category, ColumnType.Number], table.Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task Read_SeveralKinds_AsksForOne()
    {
        using var tree = Tree().With("z.jsonl", "{}\n");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));

        Assert.Equal($"{tree.Path}: there are files of 2 kinds: csv (4, such as 'a.csv'), json_lines (1, such as 'z.jsonl'). Name those of one kind by a pattern, such as '{tree.Path}/*.csv'.", error.Message);
    }

    [Fact]
    public async Task Read_FaultsAndSkippedRows_NameTheFile()
    {
        using var tree = new TempTree().With("1.csv", "a,b\n1,2\n").With("2.csv", "a,b\n1\n3,4\n");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.At("*.csv"), cancellation: Cancel));
        var report = (await SourceTable.ReadAsync(tree.At("*.csv"), new() { SkipBadRows = true }, Cancel)).Report;

        Assert.StartsWith($"{tree.At("2.csv")}, line 2: found 1 columns", error.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1), (report.RowsRead, (int)report.RowsSkipped));
        Assert.StartsWith($"{tree.At("2.csv")}, line 2: found 1 columns", Assert.Single(report.Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Links_AreFollowedOnlyWhereTyped()
    {
        using var outside = new TempTree().With("secret.csv", "x\n9\n").With("in/secret.csv", "x\n8\n");
        using var tree = Tree();
        File.CreateSymbolicLink(tree.At("link.csv"), outside.At("secret.csv"));
        Directory.CreateSymbolicLink(tree.At("folder"), outside.At("in"));

        var all = await SourceTable.ReadAsync(tree.At("**/*.csv"), cancellation: Cancel);
        var typed = await Table.ReadAsync(tree.At("folder/*.csv"), cancellation: Cancel);

        Assert.Equal("1,3,4,2", Joined(all.Table["x"]));
        Assert.Contains("2 links were passed over, as they may lead out of the folder. Name them to read them.", all.Report.Notes);
        Assert.Equal("8", Joined(typed["x"]));
    }

    [Fact]
    public async Task Read_HiddenNames_ArePassedOver()
    {
        using var tree = Tree().With(".hidden.csv", "x\n7\n").With("_SUCCESS", "").With("_log/1.csv", "y\n7\n");

        Assert.Equal("1,3,4,2", Joined((await Table.ReadAsync(tree.Path, cancellation: Cancel))["x"]));
        Assert.Equal("7", Joined((await Table.ReadAsync(tree.At("_*/*.csv"), cancellation: Cancel))["y"]));
    }

    [Fact]
    public async Task Read_AFileWithAStarInItsName_IsThatFile()
    {
        using var tree = new TempTree().With("a*.csv", "x\n1\n").With("ab.csv", "x\n2\n");

        Assert.Equal("1", Joined((await Table.ReadAsync(tree.At("a*.csv"), cancellation: Cancel))["x"]));
    }

    [Fact]
    public async Task Read_NoSuchFolder_SaysWhere()
    {
        using var tree = new TempTree();

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.At("none/*.csv"), cancellation: Cancel));

        Assert.Equal($"{tree.At("none/*.csv")}: the folder '{tree.At("none/")}' was not found. Check the path; it is taken from {Directory.GetCurrentDirectory()}.", error.Message);
    }

    [Fact]
    public async Task Read_TooManyFiles_SaysHowMany()
    {
        using var tree = new TempTree();
        for (var file = 0; file <= 10_000; file++)
        {
            File.Create(tree.At($"{file}.csv")).Dispose();
        }

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));

        Assert.Equal($"{tree.Path}: there are more than 10000 files. Put their rows into fewer files, or name a pattern that takes fewer.", error.Message);
    }

    [Fact]
    public async Task Fingerprint_IsOfContentAndNamesInTheFolder()
    {
        using var one = Tree();
        using var same = Tree();
        using var other = Tree().With("b/c/d.csv", "x\n5\n");
        var prints = new List<string>();
        foreach (var tree in new[] { one, same, other })
        {
            prints.Add((await SourceTable.ReadAsync(tree.Path, cancellation: Cancel)).Report.Fingerprint);
        }

        Assert.Equal(prints[0], prints[1]);
        Assert.NotEqual(prints[0], prints[2]);
    }

    [Fact]
    public void Read_AFileCutIntoFiles_IsTheSameTable() =>
        Gen.Select(Gen.OneOf(Gen.Const(""), Gen.Int[-5, 5].Select(number => $"{number}"), Gen.Double[-1, 1].Select(number => $"{number:R}"), Gen.String[Gen.Char['a', 'c'], 0, 2], Gen.Const("2024-05-01")).Array[1, 12], Gen.Int[1, 4])
            .Sample(
                (cells, size) =>
                {
                    using var tree = new TempTree().With("whole/all.csv", Csv(cells));
                    foreach (var (part, position) in cells.Chunk(size).Select((part, position) => (part, position)))
                    {
                        tree.With($"parts/{position:00}.csv", Csv(part));
                    }

                    var whole = Table.ReadAsync(tree.At("whole/all.csv")).Result;
                    var parts = Table.ReadAsync(tree.At("parts")).Result;

                    return Joined(whole["x"]) == Joined(parts["x"]) && whole["x"].Type == parts["x"].Type;
                },
                iter: 200);

    private static string Csv(string[] cells) => "x,row\n" + string.Concat(cells.Select(cell => $"{cell},1\n"));

    private static TempTree Tree() => new TempTree()
        .With("a.csv", "x\n1\n")
        .With("c.csv", "x\n2\n")
        .With("b/b.csv", "x\n3\n")
        .With("b/c/d.csv", "x\n4\n");

    private static string Joined(Column column) => string.Join(',', Enumerable.Range(0, column.RowCount).Select(column.Format));
}
