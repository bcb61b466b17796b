using System.Text;
using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class ParquetSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1::TINYINT", ColumnType.Number, "1")]
    [InlineData("1::UINTEGER", ColumnType.Number, "1")]
    [InlineData("9007199254740992::BIGINT", ColumnType.Number, "9007199254740992")]
    [InlineData("1152921504606846976::BIGINT", ColumnType.Number, "1.152921504606847E+18")]
    [InlineData("9223372036854775807::BIGINT", ColumnType.Category, "9223372036854775807")]
    [InlineData("9007199254740993::BIGINT", ColumnType.Category, "9007199254740993")]
    [InlineData("18446744073709551615::UBIGINT", ColumnType.Category, "18446744073709551615")]
    [InlineData("1.25::DECIMAL(9,2)", ColumnType.Number, "1.25")]
    [InlineData("12345678901234567890::DECIMAL(38,0)", ColumnType.Category, "12345678901234567890")]
    [InlineData("1.5::FLOAT", ColumnType.Number, "1.5")]
    [InlineData("'nan'::DOUBLE", ColumnType.Number, null)]
    [InlineData("true", ColumnType.Category, "true")]
    [InlineData("DATE '2024-02-29'", ColumnType.Time, "2024-02-29")]
    [InlineData("TIMESTAMP '2024-02-29 10:11:12.123456'", ColumnType.Time, "2024-02-29T10:11:12.123456")]
    [InlineData("TIMESTAMP_NS '2024-02-29 10:11:12.123456789'", ColumnType.Time, "2024-02-29T10:11:12.123456")]
    [InlineData("TIMESTAMP_MS '2024-02-29 10:11:12.123'", ColumnType.Time, "2024-02-29T10:11:12.123")]
    [InlineData("TIMESTAMPTZ '2024-02-29 10:11:12+02:00'", ColumnType.Time, "2024-02-29T08:11:12")]
    [InlineData("TIME '10:11:12'", ColumnType.Category, "10:11:12")]
    [InlineData("uuid '00000000-0000-0000-0000-000000000001'", ColumnType.Category, "00000000-0000-0000-0000-000000000001")]
    [InlineData("[1, 2]", ColumnType.Category, "[1,2]")]
    [InlineData("{'x': 1, 'y': 'z'}", ColumnType.Category, "{\"x\":1,\"y\":\"z\"}")]
    [InlineData("MAP {'k': 1}", ColumnType.Category, "{\"k\":1}")]
    [InlineData("[[1], [2, 3]]", ColumnType.Category, "[[1],[2,3]]")]
    [InlineData("'b'::ENUM('a', 'b')", ColumnType.Category, "b")]
    [InlineData("'007'", ColumnType.Category, "007")]
    public async Task Read_EveryType_HasItsMeaning(string value, ColumnType type, string? expected)
    {
        using var file = TempFile.Named("rows.parquet");
        Write(file.Path, $"SELECT {value} AS x UNION ALL SELECT NULL");

        var column = (await Table.ReadAsync(file.Path, cancellation: Cancel))["x"];

        Assert.Equal(type, column.Type);
        Assert.Equal([expected, null], [column.Format(0), column.Format(1)]);
    }

    [Fact]
    public async Task Read_InfiniteValues_AreCountedAndShown()
    {
        using var file = TempFile.Named("rows.parquet");
        Write(file.Path, "SELECT 'inf'::DOUBLE AS x, 'infinity'::TIMESTAMP AS t, TIMESTAMP '200000-01-01' AS far UNION ALL SELECT 1, TIMESTAMP '2024-01-01', TIMESTAMP '1900-01-01'");

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(3, read.Report.CellsUnreadable);
        Assert.All(read.Table.Columns, column => Assert.True(column.IsMissing(0)));
        Assert.Equal("1900-01-01", read.Table["far"].Format(1));
    }

    [Fact]
    public async Task Read_Bytes_AreLeftOutWithANote()
    {
        using var file = TempFile.Named("rows.parquet");
        Write(file.Path, "SELECT 'abc'::BLOB AS picture, 1 AS x");

        var read = await SourceTable.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(["x"], read.Table.Names);
        Assert.Equal(["Column 'picture' holds bytes and was left out."], read.Report.Notes);
    }

    [Fact]
    public async Task Read_NamesThatDifferByCaseOnly_AreThoseOfTheFile()
    {
        // DuckDB writes no such file, so one with other names of the same length is changed.
        using var file = TempFile.Named("rows.parquet");
        Write(file.Path, "SELECT 1 AS name_one, {'inner': 2} AS nested, 3 AS NAME_TWO");
        File.WriteAllText(file.Path, File.ReadAllText(file.Path, Encoding.Latin1).Replace("NAME_TWO", "NAME_ONE", StringComparison.Ordinal), Encoding.Latin1);

        var table = await Table.ReadAsync(file.Path, cancellation: Cancel);

        Assert.Equal(["name_one", "nested", "NAME_ONE"], table.Names);
        Assert.Equal(["1", "{\"inner\":2}", "3"], table.Columns.Select(column => column.Format(0)));
    }

    [Fact]
    public async Task Read_NamesThatAreEqual_AreRefused()
    {
        using var file = TempFile.Named("rows.parquet");
        Write(file.Path, "SELECT 1 AS name_one, 3 AS name_two");
        File.WriteAllText(file.Path, File.ReadAllText(file.Path, Encoding.Latin1).Replace("name_two", "name_one", StringComparison.Ordinal), Encoding.Latin1);

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));

        Assert.Equal($"{file.Path}: 2 columns are named 'name_one'. Rename all but one.", error.Message);
    }

    [Fact]
    public async Task Write_NamesThatDifferByCaseOnly_AreRefused()
    {
        using var file = TempFile.Named("rows.parquet");
        var table = new Table([new NumberColumn("a", [1]), new NumberColumn("A", [2]), new NumberColumn("", [3])]);

        var error = await Assert.ThrowsAsync<DataException>(() => TableWriter.WriteAsync(table, file.Path, Cancel));

        Assert.Equal(
            $"{file.Path}: the name of column 3: it is empty, and a Parquet file needs one. Name the column, or write CSV.\n"
            + $"{file.Path}: the columns 'a' and 'A' differ by letter case only, which DuckDB cannot keep apart. Rename one of them, or write CSV.",
            error.Message);
    }

    [Fact]
    public async Task WriteAndRead_OddNames_KeepThem()
    {
        using var file = TempFile.Named("rows.parquet");
        var table = new Table([new NumberColumn("É \u4e2d", [3]), new NumberColumn(" a\"b ", [5])]);

        await TableWriter.WriteAsync(table, file.Path, Cancel);

        Assert.Equal(table.Names, (await Table.ReadAsync(file.Path, cancellation: Cancel)).Names);
    }

    [Fact]
    public async Task Read_NoRows_KeepsTheTypes()
    {
        using var file = TempFile.Named("rows.parquet");
        Write(file.Path, "SELECT 1 AS x, DATE '2024-01-01' AS t, 'a' AS s WHERE false");

        Assert.Equal([ColumnType.Number, ColumnType.Time, ColumnType.Category], (await Table.ReadAsync(file.Path, cancellation: Cancel)).Columns.Select(column => column.Type));
    }

    [Fact]
    public async Task Read_NoParquet_SaysSo()
    {
        using var file = TempFile.With("rows.parquet", "a,b\n1,2\n");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(file.Path, cancellation: Cancel));

        Assert.StartsWith($"{file.Path}: the Parquet file is damaged or cut (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("). Get the file again.", error.Message, StringComparison.Ordinal);
    }

    private static void Write(string path, string query)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO '{path}' (FORMAT parquet)";
        command.ExecuteNonQuery();
    }
}
