using System.Data.Common;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Sources.Writing;
using Modelwright.Sources.Writing.Databases;

namespace Modelwright.Tests.Sources.Writing;

public class DatabaseFormatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Sqlite_HasTheTypesOfSqlite()
    {
        using var file = TempFile.Named("out.sqlite");
        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);
        using var connection = Sqlite(file.Path);

        Assert.Equal([["predictions", "table"]], Rows(connection, "SELECT name, type FROM sqlite_schema"));
        Assert.Equal([["number", "REAL"], ["day", "TEXT"], ["time", "TEXT"], ["level", "TEXT"], ["text", "TEXT"]], Rows(connection, "SELECT name, type FROM pragma_table_info('predictions')"));
        Assert.Equal(
            [["real", "text", "text", "text", "text"], ["real", "text", "null", "text", "null"], ["real", "null", "text", "null", "text"], ["null", "text", "text", "text", "text"]],
            Rows(connection, "SELECT typeof(number), typeof(day), typeof(time), typeof(level), typeof(text) FROM predictions"));
        Assert.Equal([[0.1, "2024-02-29", "2024-02-29T13:00:00.001", "007", "<a> & \"b\""]], Rows(connection, "SELECT * FROM predictions WHERE day > date('2024-01-01') AND strftime('%H', time) = '13'"));
    }

    [Fact]
    public async Task Write_DuckDb_HasTheTypesOfDuckDb()
    {
        using var file = TempFile.Named("out.duckdb");
        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);
        using var connection = Duck(file.Path);

        Assert.Equal([["predictions"]], Rows(connection, "SELECT table_name FROM information_schema.tables"));
        Assert.Equal(
            [["number", "DOUBLE"], ["day", "TIMESTAMP"], ["time", "TIMESTAMP"], ["level", "VARCHAR"], ["text", "VARCHAR"]],
            Rows(connection, "SELECT column_name, column_type FROM (DESCRIBE predictions)"));
        Assert.Equal(
            [
                [0.1, new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 13, 0, 0, 1), "007", "<a> & \"b\""],
                [-0.0, new DateTime(1999, 12, 31), null, "true", null],
                [1e300, null, new DateTime(1999, 12, 31), null, "two\nlines"],
                [null, new DateTime(1900, 3, 1), new DateTime(2100, 1, 1), "=1+1", " Łódź \U0001F600 "],
            ],
            Rows(connection, "SELECT * FROM predictions"));
    }

    [Theory]
    [InlineData(".sqlite")]
    [InlineData(".duckdb")]
    public async Task WriteAndRead_NamesOfSql_AreNames(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        var table = new Table([new NumberColumn("a\"b", [1]), new NumberColumn("x); DROP TABLE predictions; --", [2]), new TextColumn("select", ["'; DROP TABLE predictions; --"])]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        var read = await Table.ReadAsync(file.Path, cancellation: Cancel);
        Assert.Equal(table.Names, read.Names);
        Assert.Equal(TablesOfWriting.Cells(table), TablesOfWriting.Cells(read));
    }

    [Theory]
    [InlineData(".sqlite", "CREATE TABLE predictions(a REAL); CREATE TABLE customers(a REAL)", "it is a database that holds the table 'customers', and a new one would take its place. Name another file.")]
    [InlineData(".duckdb", "CREATE TABLE predictions(a DOUBLE); CREATE SCHEMA s; CREATE TABLE s.b(a DOUBLE); CREATE VIEW v AS SELECT 1", "it is a database that holds the tables 'v', 's.b', and a new one would take its place. Name another file.")]
    public async Task Write_OverADatabaseWithOtherTables_IsRefused(string extension, string statements, string expected)
    {
        using var file = TempFile.Named("out" + extension);
        using (var connection = extension == ".sqlite" ? (DbConnection)Sqlite(file.Path) : Duck(file.Path))
        {
            Rows(connection, statements);
        }

        var before = await File.ReadAllBytesAsync(file.Path, Cancel);

        var error = await Assert.ThrowsAsync<OptionsException>(() => TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel));

        Assert.Equal($"'{file.Path}' cannot be written: {expected}", error.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path, Cancel));
    }

    [Theory]
    [InlineData(".sqlite", "this is no SQLite database, or it is encrypted. Check the file.")]
    [InlineData(".duckdb", "IO Error: The file \"FILE\" exists, but it is not a valid DuckDB database file. Check the file.")]
    public void CheckPath_FileThatIsNoDatabase_IsLeft(string extension, string reason)
    {
        using var file = TempFile.With("out" + extension, "a,b\n1,2\n");

        var error = Assert.Throws<OptionsException>(() => TableWriter.CheckPath(file.Path));

        Assert.Equal(
            $"'FILE' cannot be written: the tables in it cannot be read, so the file is left as it is. Delete it, or name another file. FILE: {reason}",
            error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".sqlite")]
    [InlineData(".duckdb")]
    public async Task Write_EmptyFile_IsReplaced(string extension)
    {
        using var file = TempFile.With("out" + extension, "");

        await TableWriter.WriteAsync(TablesOfWriting.EveryType, file.Path, Cancel);

        Assert.Equal(4, (await Table.ReadAsync(file.Path, cancellation: Cancel)).RowCount);
    }

    [Theory]
    [InlineData(".sqlite", "-journal")]
    [InlineData(".db3", "-wal")]
    [InlineData(".duckdb", ".wal")]
    public void CheckPath_DatabaseThatIsOpen_IsLeft(string extension, string end)
    {
        using var file = TempFile.With("out" + extension + end, "changes");
        var path = file.Path[..^end.Length];

        var error = Assert.Throws<OptionsException>(() => TableWriter.CheckPath(path));

        Assert.Equal($"'{path}' cannot be written: '{file.Path}' beside it is a part of a database that is open, or was not closed. Close the program that uses it, or name another file.", error.Message);
    }

    // A folder stands where the file is to be.
    [Theory]
    [InlineData(".sqlite", "SQLite Error 14: 'unable to open database file'")]
    [InlineData(".duckdb", "IO Error: Could not read from file \"FOLDER\": Is a directory")]
    [InlineData(".parquet", "IO Error: Cannot open file \"FOLDER\": Is a directory")]
    public void Write_WhereNoFileCanBeMade_SaysWhy(string extension, string reason)
    {
        ITableFormat format = extension switch { ".sqlite" => new SqliteFormat(), ".duckdb" => new DuckFormat(), _ => new ParquetFormat() };
        using var file = TempFile.Named("folder");
        Directory.CreateDirectory(file.Path);

        var error = Assert.Throws<IOException>(() => format.Write(TablesOfWriting.EveryType, "out", file.Path, Cancel));

        Assert.Equal($"out: the file could not be written ({reason})", error.Message.Replace(file.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_WhatSqliteCannotHold_IsSaidTogether()
    {
        using var file = TempFile.Named("out.sqlite");
        Column[] columns = [.. Enumerable.Range(0, 1_999).Select(column => new NumberColumn($"c{column}", [0, 0])), new NumberColumn("C0", [1, 2]), new TextColumn("t", ["a", "b\0c"])];

        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(new(columns), file.Path, Cancel));

        Assert.Equal(
            """
            FILE: the table has 2001 columns, and one of SQLite holds 2000. Write CSV or Parquet, or fewer columns.
            FILE: the columns 'c0' and 'C0' differ by letter case only, which SQLite cannot keep apart. Rename one of them, or write CSV.
            FILE: column 't', row 2: the text holds the character U+0000, at which a database ends a text. Take it out, or write CSV.
            """,
            error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".parquet")]
    [InlineData(".duckdb")]
    public async Task Write_WhatDuckDbCannotHold_IsSaidTogether(string extension)
    {
        using var file = TempFile.Named("out" + extension);
        var table = new Table([new TextColumn("É", [null, "b\0c"]), new TextColumn("é", [null, null]), new NumberColumn("x\0", [1, 2])]);

        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(table, file.Path, Cancel));

        Assert.Equal(
            """
            FILE: the columns 'É' and 'é' differ by letter case only, which DuckDB cannot keep apart. Rename one of them, or write CSV.
            FILE: the name of column 3: the text holds the character U+0000, at which a database ends a text. Take it out, or write CSV.
            FILE: column 'É', row 2: the text holds the character U+0000, at which a database ends a text. Take it out, or write CSV.
            """,
            error.Message.Replace(file.Path, "FILE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_AsManyColumnsAsSqliteHolds_IsRead()
    {
        using var file = TempFile.Named("out.sqlite");
        var table = new Table([.. Enumerable.Range(0, 2_000).Select(column => new NumberColumn($"c{column}", [column]))]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        Assert.Equal(TablesOfWriting.Cells(table), TablesOfWriting.Cells(await Table.ReadAsync(file.Path, cancellation: Cancel)));
    }

    private static SqliteConnection Sqlite(string path) => new($"Data Source={path};Pooling=False");

    private static DuckDBConnection Duck(string path) => new($"Data Source={path}");

    private static List<object?[]> Rows(DbConnection connection, string sql)
    {
        if (connection.State == System.Data.ConnectionState.Closed)
        {
            connection.Open();
        }

        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return rows;
    }
}
