using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources;

public class SqlSourceTests
{
    private const string Changes = "would give other rows at the next run. Write a value instead, such as DATE '2026-01-31'; for a column of that name, put its table before it.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SELECT x, g FROM '{0}/*.csv' WHERE x > 1", 3)]
    [InlineData("from '{0}/*.csv'", 4)]
    [InlineData("WITH t AS (FROM read_csv(['{0}/1.csv', '{0}/2.csv'])) SELECT * FROM t -- all", 4)]
    [InlineData(" SELECT a.x FROM '{0}/1.csv' a JOIN '{0}/2.csv' b USING (g);", 2)]
    [InlineData("SELECT 1 AS x UNION ALL SELECT 1", 2)]
    public async Task Read_OneSelect_GivesItsRows(string sql, int rows)
    {
        using var tree = Tree();

        var read = await SourceTable.ReadAsync(In(tree, sql), cancellation: Cancel);

        Assert.Equal((rows, rows, "sql"), (read.Table.RowCount, read.Report.RowsRead, read.Report.Source));
    }

    [Theory]
    [InlineData("1::TINYINT", ColumnType.Number, "1")]
    [InlineData("9007199254740993::BIGINT", ColumnType.Category, "9007199254740993")]
    [InlineData("9007199254740992::BIGINT", ColumnType.Number, "9007199254740992")]
    [InlineData("sum(5::BIGINT)", ColumnType.Number, "5")]
    [InlineData("12345678901234567890::UBIGINT", ColumnType.Category, "12345678901234567890")]
    [InlineData("12345678901234567890::DECIMAL(38,0)", ColumnType.Category, "12345678901234567890")]
    [InlineData("1.25::DECIMAL(9,2)", ColumnType.Number, "1.25")]
    [InlineData("TIMESTAMPTZ '2024-02-29 10:11:12+02:00'", ColumnType.Time, "2024-02-29T08:11:12")]
    [InlineData("DATE '2024-02-29'", ColumnType.Time, "2024-02-29")]
    [InlineData("true", ColumnType.Category, "true")]
    [InlineData("'007'", ColumnType.Category, "007")]
    [InlineData("[1, 2]", ColumnType.Category, "[1,2]")]
    [InlineData("'NA'", ColumnType.Category, null)]
    public async Task Read_EveryType_HasItsMeaning(string value, ColumnType type, string? expected)
    {
        var column = (await Table.ReadAsync($"SELECT {value} AS x", cancellation: Cancel))["x"];

        Assert.Equal((type, expected), (column.Type, column.Format(0)));
    }

    [Fact]
    public async Task Read_AnyOrderOfRows_GivesOneTableAndFingerprint()
    {
        var rows = new List<string>();
        var prints = new HashSet<string>();
        foreach (var order in new[] { "range", "-range", "hash(range)", "range % 7, range" })
        {
            foreach (var threads in new[] { 1, 4 })
            {
                var read = await SourceTable.ReadAsync($"SELECT * FROM (SELECT range % 500 AS a, range::VARCHAR AS b, range / 7 AS c FROM range(3000) ORDER BY {order} LIMIT 3000) t", new() { Threads = threads }, Cancel);
                rows.Add(Shown(read.Table));
                prints.Add(read.Report.Fingerprint);
            }
        }

        Assert.Single(rows.Distinct());
        Assert.Single(prints);
        Assert.Equal(3000, rows[0].Count(letter => letter == '\n'));
    }

    [Fact]
    public void Read_RowsOfAnyKind_KeepsDuplicatesAndEveryValue() =>
        Gen.Select(Gen.Int[0, 3], Gen.OneOf(Gen.Const("'a'"), Gen.Const("NULL"), Gen.Const("'b'"), Gen.Const("'c d'"))).List[1, 20].Sample(
            cells =>
            {
                var forward = Table.ReadAsync(Values(cells)).Result;
                var backward = Table.ReadAsync(Values([.. Enumerable.Reverse(cells)])).Result;

                return Shown(forward) == Shown(backward)
                    && cells.Select(cell => $"{cell.Item1},{cell.Item2.Trim('\'').Replace("NULL", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal).SequenceEqual(Shown(forward).TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
            },
            iter: 50);

    [Theory]
    [InlineData("SELECT a, b FROM (VALUES (2, 'x'), (1, 'z'), (1, 'y'), (3, 'w')) t(a, b) ORDER BY a DESC", "3,w\n2,x\n1,y\n1,z\n")]
    [InlineData("SELECT b FROM (VALUES (2, 'x'), (1, 'z'), (1, 'y')) t(a, b) ORDER BY a LIMIT 2", "y\nz\n")]
    [InlineData("SELECT 2 AS a UNION ALL SELECT 1 ORDER BY 1", "1\n2\n")]
    [InlineData("FROM (VALUES (2), (1)) t(a) ORDER BY ALL DESC", "2\n1\n")]
    public async Task Read_OrderOfTheStatement_IsKeptAndTiesAreBroken(string sql, string expected) =>
        Assert.Equal(expected, Shown(await Table.ReadAsync(sql, cancellation: Cancel)));

    [Theory]
    [InlineData("SELECT 1; SELECT 2", "SELECT 1; SELECT 2: there are 2 statements. Give one SELECT.")]
    [InlineData("SELECT 1; DROP TABLE x", "SELECT 1; DROP TABLE x: this is no SELECT. Only one SELECT statement can be read, which may begin with WITH or FROM; nothing is written, attached, installed or set by it.")]
    [InlineData("WITH t AS (SELECT 1) INSERT INTO x FROM t", "WITH t AS (SELECT 1) INSERT INTO x FROM t: this is no SELECT. Only one SELECT statement can be read, which may begin with WITH or FROM; nothing is written, attached, installed or set by it.")]
    [InlineData("SELECT a FRM b", "SELECT a FRM b: the statement is not understood at 'b': syntax error at or near \"b\". Correct it; it is read as SQL of DuckDB.")]
    [InlineData("SELECT random() AS x", "SELECT random() AS x: 'random' " + Changes)]
    [InlineData("SELECT now() AS x, current_date AS y", "SELECT now() AS x, current_date AS y: 'current_date', 'now' " + Changes)]
    [InlineData("FROM query('SELECT random()')", "FROM query('SELECT random()'): 'query' " + Changes)]
    [InlineData("SELECT * FROM range(9) USING SAMPLE 3", "SELECT * FROM range(9) USING SAMPLE 3: a sample without a seed would give other rows at the next run. Write REPEATABLE (1) behind it.")]
    [InlineData("FROM 'https://example.com/x.parquet'", "FROM 'https://example.com/x.parquet': 'https://example.com/x.parquet' is no local file, and no connection is made to read it. Download it first, and name the file.")]
    [InlineData("FROM 's3://bucket/*.parquet'", "FROM 's3://bucket/*.parquet': 's3://bucket/*.parquet' is no local file, and no connection is made to read it. Download it first, and name the file.")]
    [InlineData("SELECT 1 AS a, 2 AS a", "SELECT 1 AS a, 2 AS a: 2 columns are named 'a'. Give them different names by AS.")]
    [InlineData("SELECT 'a'::BLOB AS x", "SELECT 'a'::BLOB AS x: no column of the answer holds what a table can hold. Ask for numbers, times, texts or answers.")]
    [InlineData("SELECT nothing", "SELECT nothing: Binder Error: Referenced column \"nothing\" was not found because the FROM clause is missing. Correct the statement, or the file that it reads.")]
    [InlineData("FROM 'none-here/*.csv'", "FROM 'none-here/*.csv': IO Error: No files found that match the pattern \"none-here/*.csv\". Correct the statement, or the file that it reads.")]
    public async Task Read_WhatIsNotToBeRun_IsRefused(string sql, string expected)
    {
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(sql, cancellation: Cancel));

        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("SELECT content FROM read_text(concat('/etc/', 'hostname'))")]
    [InlineData("SELECT * FROM sniff_csv(concat('/etc/', 'passwd'))")]
    [InlineData("FROM glob(concat('/etc/', '*'))")]
    public async Task Read_AFileThatIsNotNamed_IsRefused(string sql)
    {
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(sql, cancellation: Cancel));

        Assert.StartsWith($"{sql}: Permission Error: Cannot access file", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(". A statement may read the local files that it names as text, and nothing else. Name the file, such as FROM 'sales/*.parquet'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AFileNamedLikeAStatement_IsThatFile()
    {
        using var tree = new TempTree().With("data.csv", "x\n5\n");

        Assert.False(new Modelwright.Sources.Duck.SqlSource().Accepts(tree.At("select me.csv")));
        Assert.False(new Modelwright.Sources.Duck.SqlSource().Accepts("selection.csv"));
        Assert.Equal("5", (await Table.ReadAsync($"SELECT * FROM '{tree.At("data.csv")}'", cancellation: Cancel))["x"].Format(0));
    }

    [Fact]
    public async Task Read_MoreThanTheLimit_IsHeldOutsideOfMemory()
    {
        const string Sql = "SELECT range AS a, range::DOUBLE / 3 AS b, (range * 7919 % 100003)::VARCHAR AS c FROM range(600000)";

        var all = await SourceTable.ReadAsync(Sql, cancellation: Cancel);
        var few = await SourceTable.ReadAsync(Sql, new() { MemoryBytes = 64L << 20, Threads = 2 }, Cancel);

        Assert.Equal(all.Report.Fingerprint, few.Report.Fingerprint);
        for (var row = 0; row < 600_000; row += 977)
        {
            Assert.Equal(all.Table.Columns.Select(column => column.Format(row)), few.Table.Columns.Select(column => column.Format(row)));
        }
    }

    [Theory]
    [InlineData(150, 8)]
    [InlineData(20_000, 2_000)]
    public async Task Read_LongOrDeepStatement_IsAnAnswerOrARefusal(int terms, int levels)
    {
        var sum = string.Join(" + ", Enumerable.Repeat("1", terms));
        var deep = $"SELECT {string.Concat(Enumerable.Repeat("(SELECT ", levels))}1{string.Concat(Enumerable.Repeat(")", levels))} AS x";

        foreach (var sql in new[] { $"SELECT {sum} AS x ORDER BY 1", deep })
        {
            var error = await Record.ExceptionAsync(() => Table.ReadAsync(sql, cancellation: Cancel));

            Assert.True(error is null or DataException, $"{error}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ORDER BY 1")]
    public async Task Read_Cancelled_EndsAtOnce(string order)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.ReadAsync($"SELECT count(*) AS n FROM range(10000000) a, range(100000) b WHERE hash(a.range + b.range) % 10 = 1{order}", cancellation: soon.Token));
    }

    private static string Values(IEnumerable<(int, string)> cells) => $"FROM (VALUES {string.Join(", ", cells.Select(cell => $"({cell.Item1}, {cell.Item2})"))}) t(a, b)";

    private static TempTree Tree() => new TempTree().With("1.csv", "x,g\n1,a\n2,b\n").With("2.csv", "x,g\n3,a\n4,b\n");

    private static string In(TempTree tree, string sql) => sql.Replace("{0}", tree.Path, StringComparison.Ordinal);

    private static string Shown(Table table) => string.Concat(Enumerable.Range(0, table.RowCount).Select(row => string.Join(',', table.Columns.Select(column => column.Format(row))) + '\n'));
}
