using System.Diagnostics;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

/// <summary>Statements that are long, deep or not what they seem.</summary>
public class SqlHostileTests
{
    private const string TooDeep = "the statement is nested deeper than 200 levels. Put parts of it into WITH; a chain of OR may be a list (x IN (1, 2)), a long sum list_sum([a, b]).";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT ", "1 + ", "1", "", " AS x")]
    [InlineData("SELECT ", "'a' || ", "'b'", "", " AS x")]
    [InlineData("SELECT ", "NOT ", "true", "", " AS x")]
    [InlineData("SELECT ", "abs(", "1", ")", " AS x")]
    [InlineData("SELECT ", "(SELECT ", "1", ")", " AS x")]
    [InlineData("SELECT ", "[", "1", "]", " AS x")]
    [InlineData("SELECT ", "{'a': ", "1", "}", " AS x")]
    [InlineData("SELECT ", "CASE WHEN true THEN ", "1", " END", " AS x")]
    [InlineData("SELECT ", "EXISTS(SELECT ", "1", ")", " AS x")]
    [InlineData("SELECT 1", "", "", "::INT", " AS x")]
    [InlineData("SELECT NULL::INT", "", "", "[]", " AS x")]
    [InlineData("SELECT a", "", "", "[1]", " AS x FROM range(1) t(a)")]
    [InlineData("SELECT a", "", "", ".a", " AS x FROM range(1) t(a)")]
    [InlineData("SELECT (1)", "", "", ".abs()", " AS x")]
    [InlineData("SELECT * FROM ", "(SELECT * FROM ", "range(1)", ")", "")]
    [InlineData("SELECT 1 AS x FROM range(1)", "", "", " CROSS JOIN range(1)", "")]
    [InlineData("", "WITH a AS (", "SELECT 1 AS x", ") SELECT * FROM a", "")]
    [InlineData("SELECT from_json('1', '", "[", "\"INT\"", "]", "') AS x")]
    [InlineData("SELECT json_transform('1', '", "{\"a\": ", "\"INT\"", "}", "') AS x")]
    public async Task Read_DeepStatement_IsRefusedInWords(string start, string before, string middle, string after, string end)
    {
        foreach (var levels in new[] { 250, 50_000 })
        {
            var sql = start + string.Concat(Enumerable.Repeat(before, levels)) + middle + string.Concat(Enumerable.Repeat(after, levels)) + end;

            var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(sql, cancellation: Cancel));

            Assert.Equal(sql.Length > 1 << 20 ? $"The statement has {sql.Length} characters; 1048576 are the most. Read the tables first, and join them in files." : $"{sql[..60]}…: {TooDeep}", error.Message);
        }
    }

    [Theory]
    [InlineData("SELECT ", "1 + ", 150, "1", "", "151")]
    [InlineData("SELECT ", "(", 5_000, "1", ")", "1")]
    [InlineData("SELECT ", "- ", 5_000, "1", "", "1")]
    [InlineData("SELECT ", "[", 100, "7", "]", null)]
    public async Task Read_StatementThatIsNotTooDeep_GivesItsAnswer(string start, string before, int levels, string middle, string after, string? expected)
    {
        var sql = start + string.Concat(Enumerable.Repeat(before, levels)) + middle + string.Concat(Enumerable.Repeat(after, levels)) + " AS x";

        var table = await Table.ReadAsync(sql, cancellation: Cancel);

        Assert.Equal(expected ?? new string('[', 100) + "7" + new string(']', 100), table["x"].Format(0));
    }

    [Theory]
    [InlineData(" AND ", "a <> {0}", 1)]
    [InlineData(" OR ", "a = {0}", 0)]
    public async Task Read_TenThousandTerms_GiveTheirRows(string between, string term, int rows)
    {
        var terms = string.Join(between, Enumerable.Range(1, 10_000).Select(value => term.Replace("{0}", $"{value + 5}", StringComparison.Ordinal)));

        Assert.Equal(rows, (await Table.ReadAsync($"SELECT a FROM (VALUES (1)) t(a) WHERE {terms}", cancellation: Cancel)).RowCount);
    }

    [Fact]
    public async Task Read_LongListAndManyColumns_AreRead()
    {
        var list = await Table.ReadAsync($"SELECT range AS a FROM range(20000) WHERE range IN ({string.Join(", ", Enumerable.Range(0, 10_000).Select(value => value * 3))})", cancellation: Cancel);
        var columns = await Table.ReadAsync($"SELECT {string.Join(", ", Enumerable.Range(0, 2_000).Select(value => $"{value} AS c{value}"))} ORDER BY 1", cancellation: Cancel);

        Assert.Equal(6_667, list.RowCount);
        Assert.Equal((2_000, "1999"), (columns.Columns.Count, columns["c1999"].Format(0)));
    }

    [Fact]
    public async Task Read_LongestStatement_IsReadAndALongerOneRefused()
    {
        const int Most = 1 << 20;
        const string Sql = "SELECT 1 AS x -- ";

        Assert.Equal(1, (await Table.ReadAsync(Sql.PadRight(Most, 'y'), cancellation: Cancel)).RowCount);
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(Sql.PadRight(Most + 1, 'y'), cancellation: Cancel));
        Assert.Equal("The statement has 1048577 characters; 1048576 are the most. Read the tables first, and join them in files.", error.Message);
    }

    [Theory]
    [InlineData("SELECT 1 AS x -- all")]
    [InlineData("SELECT 1 AS x; -- all")]
    [InlineData("SELECT 1 AS x ;; ")]
    [InlineData("SELECT 1 AS x /* ; */ ; /* ) */")]
    [InlineData("WITH t AS (SELECT 1 AS x) FROM t -- )")]
    [InlineData("FROM (VALUES (1)) t(x)")]
    [InlineData("SELECT 1 AS x, E'\\'); --' AS y, $$)$$ AS z, ');' AS \"a)\"")]
    [InlineData("SELECT 1 AS x ORDER BY x -- last")]
    public async Task Read_CommentsQuotesAndSemicolons_ChangeNothing(string sql) => Assert.Equal("1", (await Table.ReadAsync(sql, cancellation: Cancel))["x"].Format(0));

    // What is only a statement once it stands in brackets is none.
    [Theory]
    [InlineData("SELECT 1 AS x) t, (SELECT 2 AS y")]
    [InlineData("SELECT 1 AS x) UNION ALL (SELECT 2")]
    [InlineData("SELECT 1 AS x) AS t; DROP TABLE t; SELECT * FROM (SELECT 1")]
    [InlineData("SELECT 1 AS x -- \n), (SELECT 2")]
    [InlineData("SELECT 1 AS x /*")]
    [InlineData("SELECT 'x")]
    public async Task Read_BracketsThatCloseOurs_AreNotUnderstood(string sql)
    {
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(sql, cancellation: Cancel));

        Assert.Contains(": the statement is not understood", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FROM json_execute_serialized_sql(json_serialize_sql('SELECT random()'))", "json_execute_serialized_sql")]
    [InlineData("SELECT * FROM Checkpoint()", "checkpoint")]
    [InlineData("WITH t AS (FROM enable_peg_parser()) SELECT (SELECT count(*) FROM duckdb_settings()) FROM t", "duckdb_settings', 'enable_peg_parser")]
    public async Task Read_FunctionThatReadsNoFile_IsRefused(string sql, string names)
    {
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(sql, cancellation: Cancel));

        Assert.Equal($"{(sql.Length > 60 ? sql[..60] + "…" : sql)}: '{names}' reads no file that is named. In FROM there may be: generate_series, glob, json_each, json_tree, parquet_file_metadata, parquet_full_metadata, parquet_kv_metadata, parquet_metadata, parquet_scan, parquet_schema, range, read_blob, read_csv, read_csv_auto, read_json, read_json_auto, read_json_objects, read_json_objects_auto, read_ndjson, read_ndjson_auto, read_ndjson_objects, read_parquet, read_text, repeat, repeat_row, sniff_csv, unnest.", error.Message);
    }

    [Fact]
    public async Task Read_TypesThatAreComputed_AreRefused()
    {
        const string Sql = "SELECT from_json('1', repeat('[', 200000)) AS x";

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(Sql, cancellation: Cancel));

        Assert.Equal($"{Sql}: 'from_json' is given types that are computed. Write them as a text, such as from_json(x, '{{\"a\": \"INT\"}}').", error.Message);
        Assert.Equal("1", (await Table.ReadAsync("SELECT from_json('{\"a\":1}', '{\"a\": \"INT\"}').a AS x", cancellation: Cancel))["x"].Format(0));
    }

    [Fact]
    public async Task Read_TextBehindANul_IsNeverRun()
    {
        var error = await Record.ExceptionAsync(() => Table.ReadAsync("SELECT 1 AS x\0; COPY (SELECT 1) TO 'x.csv'", cancellation: Cancel));

        Assert.True(error is null or DataException, $"{error}");
        Assert.False(File.Exists("x.csv"));
    }

    // DuckDB binds each of these operators twice, and looks for no interrupt while it does: this takes a quarter of a minute.
    [Fact]
    public async Task Read_CancelledWhilePlanned_ReturnsSoon()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var start = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.ReadAsync($"SELECT '1'{string.Concat(Enumerable.Repeat(" -> 'a'", 24))} AS x", cancellation: soon.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 12);
    }
}
