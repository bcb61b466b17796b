using Microsoft.Data.Sqlite;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Databases;

public class SqliteSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shop.sqlite")]
    [InlineData("shop.db")]
    [InlineData("shop.db3")]
    public async Task Read_OnlyTable_NeedsNoName(string name)
    {
        using var tree = new TempTree();
        Make(tree.At(name), "CREATE TABLE sales(id INTEGER PRIMARY KEY, price REAL, note TEXT)", "INSERT INTO sales VALUES (1, 2.5, 'a'), (2, NULL, 'b'), (3, 4, NULL)");

        var read = await SourceTable.ReadAsync(tree.At(name), cancellation: Cancel);

        Assert.Equal(["1,2.5,a", "2,,b", "3,4,"], Lines(read.Table).Order(StringComparer.Ordinal));
        Assert.Equal([ColumnType.Number, ColumnType.Number, ColumnType.Category], read.Table.Columns.Select(column => column.Type));
        Assert.Equal(("sqlite", new FileInfo(tree.At(name)).Length), (read.Report.Source, read.Report.Bytes));
    }

    [Theory]
    [InlineData("(1), (2.5)", ColumnType.Number, "1|2.5")]
    [InlineData("(1), ('x')", ColumnType.Category, "1|x")]
    [InlineData("('x'), (2.0)", ColumnType.Category, "2|x")]
    [InlineData("(9007199254740993), (1)", ColumnType.Category, "1|9007199254740993")]
    [InlineData("(9007199254740993), (0.5)", ColumnType.Category, "0.5|9007199254740993")]
    [InlineData("('2024-01-01'), ('2024-01-02')", ColumnType.Time, "2024-01-01|2024-01-02")]
    [InlineData("('007'), ('8')", ColumnType.Category, "007|8")]
    [InlineData("(x'00ff'), (1)", ColumnType.Number, "|1")]
    public async Task Read_CellsOfSeveralTypes_LoseNothing(string values, ColumnType type, string expected)
    {
        using var tree = new TempTree();
        Make(tree.At("x.sqlite"), "CREATE TABLE t(x)", $"INSERT INTO t VALUES {values}");

        var column = (await Table.ReadAsync(tree.At("x.sqlite"), cancellation: Cancel))["x"];

        Assert.Equal((type, expected), (column.Type, string.Join('|', Enumerable.Range(0, column.RowCount).Select(column.Format).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task Read_CutFile_IsRefused()
    {
        // SQLite itself reads an empty table from it.
        using var tree = new TempTree();
        var path = tree.At("x.sqlite");
        Make(path, "CREATE TABLE t(x)", "INSERT INTO t VALUES (1), (2)");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..4097]);

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(path, cancellation: Cancel));

        Assert.Equal($"{path}: the SQLite database is cut: it has 4097 bytes of 8192. Get the file again.", error.Message);
    }

    [Fact]
    public async Task Read_AnyOrder_GivesOneTable()
    {
        using var tree = new TempTree();
        Make(tree.At("x.sqlite"), "CREATE TABLE t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i, i % 13 AS g, 'text ' || (i * 7919 % 2003) AS s FROM n");

        var up = await SourceTable.ReadAsync(tree.At("x.sqlite"), new() { Query = "SELECT * FROM t ORDER BY i" }, Cancel);
        var down = await SourceTable.ReadAsync(tree.At("x.sqlite"), new() { Query = "SELECT * FROM t ORDER BY s DESC" }, Cancel);

        Assert.Equal(Lines(up.Table), Lines(down.Table));
        Assert.Equal(up.Report.Fingerprint, down.Report.Fingerprint);
    }

    [Theory]
    [InlineData("DELETE FROM t", "{0}: 'DELETE FROM t' is no SELECT. Give one SELECT; nothing is written to a database.")]
    [InlineData("PRAGMA table_info(t)", "{0}: 'PRAGMA table_info(t)' is no SELECT. Give one SELECT; nothing is written to a database.")]
    [InlineData("ATTACH 'y.db' AS y", "{0}: 'ATTACH 'y.db' AS y' is no SELECT. Give one SELECT; nothing is written to a database.")]
    [InlineData("SELECT 1 AS a; DELETE FROM t", "{0}: 'SELECT 1 AS a; DELETE FROM t' is more than one statement. Give one SELECT.")]
    [InlineData("WITH a AS (SELECT 1) DELETE FROM t", "{0}: 'WITH a AS (SELECT 1) DELETE FROM t' is no SELECT. Give one SELECT; nothing is written to a database.")]
    [InlineData("SELECT * FROM missing", "{0}: no such table: missing. Correct the query, or check the file.")]
    [InlineData("SELECT load_extension('x')", "{0}: not authorized. Correct the query, or check the file.")]
    public async Task Read_WhatIsNotToBeRun_IsRefusedAndChangesNothing(string query, string expected)
    {
        using var tree = new TempTree();
        var path = tree.At("x.sqlite");
        Make(path, "CREATE TABLE t(x)", "INSERT INTO t VALUES (1)");
        var before = File.ReadAllBytes(path);

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(path, new() { Query = query }, Cancel));

        Assert.Equal(expected.Replace("{0}", path, StringComparison.Ordinal), error.Message);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(tree.Path));
    }

    [Fact]
    public async Task Read_NoDatabase_SaysSo()
    {
        using var tree = new TempTree().With("x.sqlite", "a,b\n1,2\nnot a database but a text that is longer than its head\n");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.At("x.sqlite"), cancellation: Cancel));

        Assert.Equal($"{tree.At("x.sqlite")}: this is no SQLite database, or it is encrypted. Check the file.", error.Message);
    }

    [Fact]
    public async Task Read_FileCutAnywhere_IsNeverAShorterTable()
    {
        using var tree = new TempTree();
        Make(tree.At("x.sqlite"), "CREATE TABLE t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT i, 'text ' || i AS s FROM n");
        var whole = File.ReadAllBytes(tree.At("x.sqlite"));
        for (var cut = 100; cut < whole.Length; cut += whole.Length / 25)
        {
            File.WriteAllBytes(tree.At("cut.sqlite"), whole[..cut]);

            var rows = await TryRead(tree.At("cut.sqlite"));

            Assert.True(rows is null or 3000, $"{rows} rows of a file cut after {cut} bytes.");
        }
    }

    [Fact]
    public async Task Read_Cancelled_EndsAtOnce()
    {
        using var tree = new TempTree();
        Make(tree.At("x.sqlite"), "CREATE TABLE t(x)");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.ReadAsync(tree.At("x.sqlite"), new() { Query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n" }, soon.Token));
    }

    private static async Task<int?> TryRead(string path)
    {
        try
        {
            return (await Table.ReadAsync(path, cancellation: Cancel)).RowCount;
        }
        catch (DataException)
        {
            return null;
        }
    }

    private static string[] Lines(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(row => string.Join(',', table.Columns.Select(column => column.Format(row))))];

    private static void Make(string path, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
