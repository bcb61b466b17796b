using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Tests.Sources.Databases;

public sealed class PostgresSourceTests : IClassFixture<PostgresServer>
{
    private readonly PostgresServer _server;

    public PostgresSourceTests(PostgresServer server)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        _server = server;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Shown => $"postgres://owner@127.0.0.1:{_server.Port}/postgres";

    private string Address => $"postgres://owner:{Uri.EscapeDataString(PostgresServer.Password)}@127.0.0.1:{_server.Port}/postgres";

    [Theory]
    [InlineData("1::smallint", ColumnType.Number, "1")]
    [InlineData("9007199254740992::bigint", ColumnType.Number, "9007199254740992")]
    [InlineData("9007199254740993::bigint", ColumnType.Category, "9007199254740993")]
    [InlineData("1.5::real", ColumnType.Number, "1.5")]
    [InlineData("'NaN'::float8", ColumnType.Number, null)]
    [InlineData("'Infinity'::float8", ColumnType.Number, null)]
    [InlineData("12345678.25::numeric(20,2)", ColumnType.Number, "12345678.25")]
    [InlineData("123456789012345678901234567890123456789::numeric", ColumnType.Category, "123456789012345678901234567890123456789")]
    [InlineData("'NaN'::numeric", ColumnType.Number, null)]
    [InlineData("true", ColumnType.Category, "true")]
    [InlineData("'naïve ''text'''", ColumnType.Category, "naïve 'text'")]
    [InlineData("'007'::varchar(9)", ColumnType.Category, "007")]
    [InlineData("'NA'::text", ColumnType.Category, null)]
    [InlineData("DATE '2024-02-29'", ColumnType.Time, "2024-02-29")]
    [InlineData("TIMESTAMP '2024-02-29 10:11:12.123456'", ColumnType.Time, "2024-02-29T10:11:12.123456")]
    [InlineData("TIMESTAMPTZ '2024-02-29 10:11:12+02'", ColumnType.Time, "2024-02-29T08:11:12")]
    [InlineData("'infinity'::timestamp", ColumnType.Time, null)]
    [InlineData("TIME '10:11:12'", ColumnType.Category, "10:11:12")]
    [InlineData("INTERVAL '90 minutes'", ColumnType.Number, "5400")]
    [InlineData("'00000000-0000-0000-0000-000000000001'::uuid", ColumnType.Category, "00000000-0000-0000-0000-000000000001")]
    [InlineData("'{\"a\": 1}'::jsonb", ColumnType.Category, "{\"a\": 1}")]
    [InlineData("ARRAY[1, 2]", ColumnType.Category, "{1,2}")]
    [InlineData("point(1, 2)", ColumnType.Category, "(1,2)")]
    [InlineData("'192.168.0.1'::inet", ColumnType.Category, "192.168.0.1")]
    public async Task Read_EveryType_HasItsMeaning(string value, ColumnType type, string? expected)
    {
        var column = (await Table.ReadAsync(Address, new() { Query = $"SELECT {value} AS x UNION ALL SELECT NULL" }, Cancel))["x"];

        Assert.Equal(type, column.Type);
        Assert.Equal([expected], Enumerable.Range(0, 2).Select(column.Format).Where(cell => expected is null || cell is not null).Distinct());
    }

    [Fact]
    public async Task Read_BytesAndWhatNoTableHolds_AreCountedAndNoted()
    {
        var report = (await SourceTable.ReadAsync(Address, new() { Query = "SELECT 'a'::bytea AS picture, 'infinity'::date AS t, 'Infinity'::float8 AS x, INTERVAL '2 months' AS span" }, Cancel)).Report;

        Assert.Equal(["Column 'picture' holds bytes and was left out."], report.Notes);
        Assert.Equal(["t", "x", "span"], report.Faults.Select(fault => fault.Column));
        Assert.Equal((3L, "'Infinity' in column 'x' cannot be held; such cells are missing in the table (here 1). Replace them by finite values, or leave them empty."), (report.CellsUnreadable, report.Faults[1].Text.Replace('∞', 'I').Replace("'I'", "'Infinity'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Read_Table_IsTheSameWhateverTheOrderOfTheServer()
    {
        _server.Execute("CREATE TABLE one AS SELECT i AS id, i % 7 AS g, 'name ' || (i % 300) AS name FROM generate_series(1, 5000) i; INSERT INTO one SELECT * FROM one WHERE id < 10");
        _server.Execute("CREATE TABLE two AS SELECT * FROM one ORDER BY md5(id::text)");

        var one = await SourceTable.ReadAsync(Address, new() { DatabaseTable = "one" }, Cancel);
        var two = await SourceTable.ReadAsync(Address, new() { Query = "SELECT * FROM two;", Threads = 1 }, Cancel);

        Assert.Equal(5009, one.Table.RowCount);
        Assert.Equal((Shown, "postgresql", 64), (one.Report.Path, one.Report.Source, one.Report.Fingerprint.Length));
        Assert.Equal(one.Report.Fingerprint, two.Report.Fingerprint);
        for (var row = 0; row < one.Table.RowCount; row += 17)
        {
            Assert.Equal(one.Table.Columns.Select(column => column.Format(row)), two.Table.Columns.Select(column => column.Format(row)));
        }
    }

    [Fact]
    public async Task Read_SameRowsAsOfFiles_HaveOneFingerprint()
    {
        const string Rows = "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL";

        var server = await SourceTable.ReadAsync(Address, new() { Query = Rows }, Cancel);
        var files = await SourceTable.ReadAsync(Rows, cancellation: Cancel);

        Assert.Equal(files.Report.Fingerprint, server.Report.Fingerprint);
    }

    [Theory]
    [InlineData("DELETE FROM kept", "{0}: 'DELETE FROM kept' is no SELECT. Give one SELECT; nothing is written to a database.")]
    [InlineData("SELECT 1; COMMIT; DELETE FROM kept", "{0}: there is more than one statement. Give one SELECT.")]
    [InlineData("WITH gone AS (DELETE FROM kept RETURNING *) SELECT * FROM gone", "{0}: cannot execute SELECT in a read-only transaction. Give a SELECT that changes nothing.")]
    [InlineData("SELECT * INTO other FROM kept", "{0}: cannot execute SELECT INTO in a read-only transaction. Give a SELECT that changes nothing.")]
    [InlineData("SELECT * FROM missing", "{0}: relation \"missing\" does not exist (42P01) at character 15. Correct the query.")]
    [InlineData("SELECT y FROM kept", "{0}: column \"y\" does not exist (42703) at character 8. Correct the query.")]
    [InlineData("SELECT FROM WHERE", "{0}: syntax error at or near \"WHERE\" (42601) at character 13. Correct the query.")]
    [InlineData("SELECT x, x FROM kept", "{0}: 2 columns are named 'x'. Give them different names by AS.")]
    public async Task Read_WhatCannotBeRun_IsExplainedAndChangesNothing(string query, string expected)
    {
        _server.Execute("DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 1 AS x");

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(Address, new() { Query = query }, Cancel));

        Assert.Equal(expected.Replace("{0}", Shown, StringComparison.Ordinal), error.Message);
        Assert.Equal(1, (await Table.ReadAsync(Address, new() { DatabaseTable = "kept" }, Cancel)).RowCount);
    }

    [Fact]
    public async Task Read_WrongPassword_SaysWhereItMayStandAndNotWhatItWas()
    {
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync($"postgres://owner:secret77@127.0.0.1:{_server.Port}/postgres", new() { Query = "SELECT 1" }, Cancel));

        Assert.Equal($"{Shown}: the server refuses the user (password authentication failed for user \"owner\"). Give the right user and password: in the address, in PGPASSWORD, or in MODELWRIGHT_DATABASE_PASSWORD.", error.Message);
        Assert.DoesNotContain("secret77", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NoPassword_SaysWhereItMayStand()
    {
        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(Shown, new() { Query = "SELECT 1" }, Cancel));

        Assert.EndsWith("Give the password in the address, in PGPASSWORD, or in MODELWRIGHT_DATABASE_PASSWORD.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NoSuchDatabaseOrServer_SaysSo()
    {
        var database = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(Address.Replace("/postgres", "/shop", StringComparison.Ordinal), new() { Query = "SELECT 1" }, Cancel));
        var server = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync("Host=127.0.0.1;Port=1;Username=me;Password=x;Timeout=5", new() { Query = "SELECT 1" }, Cancel));

        Assert.Equal($"{Shown.Replace("/postgres", "/shop", StringComparison.Ordinal)}: database \"shop\" does not exist. Check the name of the database.", database.Message);
        Assert.Equal("host=127.0.0.1;port=1;username=me: no server answers (Connection refused). Check the host and port and that the server runs; 'Timeout' and 'Command Timeout' in the address are seconds to wait.", server.Message);
    }

    [Fact]
    public async Task Read_NoQueryAndSeveralTables_ListsThem()
    {
        _server.Execute("CREATE SCHEMA IF NOT EXISTS listed; CREATE TABLE IF NOT EXISTS listed.a(x int); CREATE TABLE IF NOT EXISTS listed.\"b c\"(x int)");
        var address = Address + "?search%20path=listed";

        var error = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(address, cancellation: Cancel));
        var odd = await Table.ReadAsync(address, new() { DatabaseTable = "b c" }, Cancel);

        Assert.Contains(" tables. There are: a, b c", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Name one by DatabaseTable (--table), or ask by Query (--query).", error.Message, StringComparison.Ordinal);
        Assert.Equal(["x"], odd.Names);
        Assert.Equal(ColumnType.Number, odd["x"].Type);
    }

    [Fact]
    public async Task Read_SlowQuery_EndsAtItsTimeOrWhenCancelled()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        var late = await Assert.ThrowsAsync<DataException>(() => Table.ReadAsync(Address + "?command%20timeout=1", new() { Query = "SELECT pg_sleep(60)::text AS x" }, Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table.ReadAsync(Address, new() { Query = "SELECT pg_sleep(60)::text AS x" }, soon.Token));

        Assert.StartsWith($"{Shown}: ", late.Message, StringComparison.Ordinal);
        Assert.Contains("Command Timeout", late.Message, StringComparison.Ordinal);
    }
}
