using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

/// <summary>Folders of Parquet, all of whose files are read in one session.</summary>
public class ParquetFolderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_ManyFiles_AreReadInOrderAsEachIsAlone()
    {
        using var tree = Tree();
        string[] names = ["a.parquet", "it's; DROP.parquet", "sub/ü.parquet", "z.parquet"];
        foreach (var (name, file) in names.Select((name, file) => (name, file)))
        {
            Write(tree, name, $"SELECT {file} * 10 + range AS id, 'x' || range AS text, {(file == 1 ? "9007199254740993" : "range")}::BIGINT AS big, DATE '2024-01-31' AS day FROM range(3)");
        }

        var read = await SourceTable.ReadAsync(tree.Path, new() { Threads = 2 }, Cancel);
        var rows = new List<string>();
        foreach (var name in names)
        {
            rows.AddRange(Rows(await Table.ReadAsync(tree.At(name), cancellation: Cancel)));
        }

        Assert.Equal((12, "parquet"), (read.Report.RowsRead, read.Report.Source));
        Assert.Equal(rows, Rows(read.Table));
        Assert.Equal(ColumnType.Category, read.Table["big"].Type);
        Assert.Equal([ColumnType.Number, ColumnType.Category, ColumnType.Category, ColumnType.Time], read.Table.Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task Read_DamagedFileAmongOthers_IsNamed()
    {
        using var tree = Tree();
        Write(tree, "a.parquet", "SELECT 1 AS x");
        Write(tree, "b.parquet", "SELECT 2 AS x");
        File.WriteAllBytes(tree.At("b.parquet"), File.ReadAllBytes(tree.At("b.parquet"))[..^9]);

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));

        Assert.StartsWith($"{tree.At("b.parquet")}: the Parquet file is damaged or cut (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Get the file again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_FilesOfOtherColumns_AreNamed()
    {
        using var tree = Tree();
        Write(tree, "a.parquet", "SELECT 1 AS x, 2 AS y");
        Write(tree, "b.parquet", "SELECT 2 AS x, 3 AS z");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.Path, cancellation: Cancel));

        Assert.Equal(
            $"""
            {tree.Path}: 'b.parquet' has no column 'y', which 'a.parquet' has.
            {tree.Path}: 'b.parquet' has the column 'z', which 'a.parquet' has not.
            Give all files the same columns, or name a pattern that takes files with the same columns only.
            """,
            error.Message,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Read_Cancelled_Stops()
    {
        using var tree = Tree();
        Write(tree, "a.parquet", "SELECT 1 AS x");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.ReadAsync(tree.Path, cancellation: new CancellationToken(canceled: true)));
    }

    private static TempTree Tree() => new TempTree().With("sub/README", "no table");

    private static void Write(TempTree tree, string name, string sql)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({sql}) TO '{tree.At(name).Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }

    private static IEnumerable<string> Rows(Table table) => Enumerable.Range(0, table.RowCount).Select(row => string.Join('|', table.Columns.Select(column => column.Format(row))));
}
