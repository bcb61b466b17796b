using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Databases;

public class DuckFileSourceTests
{
    private const string Sales = "CREATE TABLE sales AS SELECT range AS id, range % 3 AS shop, range / 4 AS price FROM range(20)";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shop.duckdb")]
    [InlineData("shop.db")]
    public async Task Read_OnlyTable_NeedsNoName(string name)
    {
        using var tree = new TempTree();
        Make(tree.At(name), Sales);

        var read = await SourceTable.ReadAsync(tree.At(name), cancellation: Cancel);

        Assert.Equal(["id", "shop", "price"], read.Table.Names);
        Assert.Equal((20, "duckdb", new FileInfo(tree.At(name)).Length), (read.Table.RowCount, read.Report.Source, read.Report.Bytes));
    }

    [Theory]
    [InlineData("sales", null, 20)]
    [InlineData("main.sales", null, 20)]
    [InlineData("cheap", null, 3)]
    [InlineData("old.sales", null, 1)]
    [InlineData(null, "SELECT shop, sum(price) AS total FROM sales GROUP BY shop", 3)]
    public async Task Read_TableViewOrQuery_GivesItsRows(string? table, string? query, int rows)
    {
        using var tree = new TempTree();
        Make(tree.At("shop.duckdb"), Sales, "CREATE VIEW cheap AS SELECT * FROM sales WHERE price < 0.75", "CREATE SCHEMA old", "CREATE TABLE old.sales AS SELECT 1 AS x");

        var read = await Table.ReadAsync(tree.At("shop.duckdb"), new() { DatabaseTable = table, Query = query }, Cancel);

        Assert.Equal(rows, read.RowCount);
    }

    [Fact]
    public async Task Read_SeveralTablesOrWrongName_ListsThem()
    {
        using var tree = new TempTree();
        var path = tree.At("shop.duckdb");
        Make(path, Sales, "CREATE TABLE shops AS SELECT 1 AS x");

        var none = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(path, cancellation: Cancel));
        var wrong = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(path, new() { DatabaseTable = "sale" }, Cancel));

        Assert.Equal($"{path}: there are 2 tables. There are: sales, shops. Name one by DatabaseTable (--table), or ask by Query (--query).", none.Message);
        Assert.Equal($"{path}: there is no table 'sale'. Did you mean 'sales'? There are: sales, shops. Name one of them, or ask by Query (--query).", wrong.Message);
    }

    [Fact]
    public async Task Read_NothingInIt_SaysSo()
    {
        using var tree = new TempTree();
        Make(tree.At("shop.duckdb"), "SELECT 1");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.At("shop.duckdb"), cancellation: Cancel));

        Assert.Equal($"{tree.At("shop.duckdb")}: there is no table in it. Name another database.", error.Message);
    }

    [Theory]
    [InlineData("DELETE FROM sales")]
    [InlineData("SELECT 1; DELETE FROM sales")]
    [InlineData("COPY sales TO 'x.csv'")]
    [InlineData("ATTACH 'y.duckdb'")]
    [InlineData("SELECT * FROM read_csv('other.csv')")]
    public async Task Read_WhatIsNoReadingOfIt_IsRefusedAndChangesNothing(string query)
    {
        using var tree = new TempTree().With("other.csv", "x\n1\n");
        var path = tree.At("shop.duckdb");
        Make(path, Sales);
        var before = File.ReadAllBytes(path);

        await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(path, new() { Query = query }, Cancel));

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(2, Directory.GetFiles(tree.Path).Length);
    }

    [Fact]
    public async Task Read_DamagedFile_SaysSo()
    {
        using var tree = new TempTree().With("shop.duckdb", "this is no database, but a text that is long enough to look like one");
        var path = tree.At("shop.duckdb");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(path, cancellation: Cancel));

        Assert.Equal($"{path}: IO Error: The file \"{path}\" exists, but it is not a valid DuckDB database file. Correct the statement, or the file that it reads.", error.Message);
    }

    [Fact]
    public async Task Read_FileThatIsNotThere_SaysSo()
    {
        using var tree = new TempTree();

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(tree.At("shop.duckdb"), cancellation: Cancel));

        Assert.Equal($"{tree.At("shop.duckdb")} was not found. Check the path; it is taken from {Directory.GetCurrentDirectory()}.", error.Message);
        Assert.Empty(Directory.GetFiles(tree.Path));
    }

    private static void Make(string path, params string[] statements)
    {
        using var connection = new DuckDBConnection($"Data Source={path}");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
