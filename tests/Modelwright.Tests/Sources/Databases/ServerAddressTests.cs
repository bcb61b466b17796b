using Modelwright.Core.Errors;
using Modelwright.Recording.Servers;
using Modelwright.Sources;
using Modelwright.Sources.Databases;

namespace Modelwright.Tests.Sources.Databases;

public class ServerAddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("postgres://me@host/shop", true, "postgres://me@host/shop", "host=host;database=shop;username=me")]
    [InlineData("postgresql://me:p%40%2F1@host:5433/shop?sslmode=require", true, "postgresql://me@host:5433/shop", "sslmode=require;host=host;port=5433;database=shop;username=me;password=p@/1")]
    [InlineData("postgres:///shop?host=/var/run/postgresql", true, "postgres:///shop", "host=/var/run/postgresql;database=shop")]
    [InlineData("postgres://[::1]:5432/shop", true, "postgres://[::1]:5432/shop", "host=::1;port=5432;database=shop")]
    [InlineData("sqlserver://sa:pw@host:1433/shop", false, "sqlserver://sa@host:1433/shop", "server=host,1433;database=shop;user id=sa;password=pw")]
    [InlineData("Host=localhost;Database=shop;Username=me;Password=\"a;b\"", true, "host=localhost;database=shop;username=me", "host=localhost;database=shop;username=me;password=a;b")]
    [InlineData("Server=tcp:host;Initial Catalog=shop;User ID=me;Pwd=x", false, "server=tcp:host;initial catalog=shop;user id=me", "server=tcp:host;initial catalog=shop;user id=me;pwd=x")]
    [InlineData("Server=host;Port=5432;Database=shop", true, "server=host;port=5432;database=shop", "server=host;port=5432;database=shop")]
    public void Parse_AddressOfAServer_KnowsItsKindAndHidesItsPassword(string address, bool isPostgres, string shown, string pairs)
    {
        var parsed = ConnectionAddress.Parse(address);

        Assert.Equal((isPostgres, shown, pairs), (parsed.IsPostgres, parsed.Shown, string.Join(';', parsed.Pairs.Select(pair => $"{pair.Key}={pair.Value}"))));
        Assert.Equal(shown, SourceAddress.WithoutPassword(address));
    }

    [Theory]
    [InlineData("customers.csv")]
    [InlineData("year=2024/sales.parquet")]
    [InlineData("folder/host=a.csv")]
    [InlineData("-")]
    [InlineData("https://example.com/x.csv")]
    public void IsOne_WhatIsNoServer_IsNone(string address)
    {
        Assert.False(ConnectionAddress.IsOne(address));
        Assert.Equal(address, SourceAddress.WithoutPassword(address));
    }

    [Theory]
    [InlineData("postgres://me:p@ss@host/shop", "postgres://…: the address is not understood. Write it as postgres://user@host:5432/database or sqlserver://user@host:1433/database; '@', '/', ':' and '?' in names and passwords as %40, %2F, %3A and %3F.")]
    [InlineData("Host=a;Password='open", "Host=…: the connection string is not understood. Write pairs with ';' between them: Host=localhost;Database=shop;Username=me for PostgreSQL, Server=localhost;Database=shop;User ID=me for SQL Server; a value with ';' in quotes.")]
    [InlineData("Host=a;Pasword=secret77", "host=a: the connection string has the key 'pasword', which PostgreSQL does not know. Correct it or leave it out.")]
    [InlineData("Host=a;Port=secret77", "host=a;port=secret77: the connection string has a value for 'port' that does not fit. Correct it or leave it out.")]
    [InlineData("Server=a;Pasword=secret77", "server=a: the connection string has the key 'pasword', which SQL Server does not know. Correct it or leave it out.")]
    public async Task Read_AddressThatIsNotUnderstood_SaysWhatIsWrong(string address, string expected)
    {
        var error = await Assert.ThrowsAsync<OptionsException>(() => SourceTable.ReadAsync(address, new() { Query = "SELECT 1" }, Cancel));

        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("SELECT 1", null)]
    [InlineData("  -- why\n(SELECT [drop], 'DELETE; x' FROM \"insert\" /* set */) ;", null)]
    [InlineData("with a as (select 1 as x) select * from a", null)]
    [InlineData("DROP TABLE x", "a: 'DROP TABLE x' is no SELECT. Give one SELECT; nothing is written to a database.")]
    [InlineData("SELECT 1 DROP TABLE x", "a: 'SELECT 1 DROP TABLE x' holds DROP, and only one SELECT can be read. Leave it out; a column of that name goes in brackets: [DROP].")]
    [InlineData("SELECT * into y from x", "a: 'SELECT * into y from x' holds INTO, and only one SELECT can be read. Leave it out; a column of that name goes in brackets: [into].")]
    [InlineData("SELECT 1; SELECT 2", "a: 'SELECT 1; SELECT 2' is more than one statement. Give one SELECT.")]
    [InlineData("", "a: '' is no SELECT. Give one SELECT; nothing is written to a database.")]
    public void Check_Statement_TakesOneSelectOnly(string sql, string? expected)
    {
        var error = Record.Exception(() => OneSelect.Check("a", sql, new HashSet<string>(["DROP", "INTO"], StringComparer.OrdinalIgnoreCase)));

        Assert.Equal(expected, error?.Message);
    }

    [Fact]
    public void SqlServer_Settings_AreThoseOfTheAddressAndSafeOnes()
    {
        var settings = new SqlServerDatabase(ConnectionAddress.Parse("sqlserver://sa:p%40ss@host:1433/shop?trustservercertificate=true")).Settings();

        Assert.Equal(("host,1433", "shop", "sa", "p@ss"), (settings.DataSource, settings.InitialCatalog, settings.UserID, settings.Password));
        Assert.True(settings.TrustServerCertificate);
        Assert.Equal(("ReadOnly", 600, false, "modelwright"), ($"{settings.ApplicationIntent}", settings.CommandTimeout, settings.PersistSecurityInfo, settings.ApplicationName));
        Assert.NotEqual("False", $"{settings.Encrypt}");
    }

    [Theory]
    [InlineData(18456, "Login failed for user 'sa' with p@ss.", "sqlserver://sa@host/shop: the server refuses the user (Login failed for user 'sa' with ***). Give the right user and password: in the address, or in MODELWRIGHT_DATABASE_PASSWORD.")]
    [InlineData(4060, "Cannot open database \"shop\".", "sqlserver://sa@host/shop: Cannot open database \"shop\". Check the name of the database.")]
    [InlineData(-2, "Timeout expired.", "sqlserver://sa@host/shop: the server did not answer in time (Timeout expired). 'Connect Timeout' and 'Command Timeout' in the address are seconds to wait.")]
    [InlineData(10061, "refused", "sqlserver://sa@host/shop: no server answers (refused). Check the host and port, and that the server runs and takes TCP connections.")]
    [InlineData(-2146893019, "untrusted", "sqlserver://sa@host/shop: the server's certificate is not trusted (untrusted). Install the certificate, or add TrustServerCertificate=true to the address if you know the network.")]
    [InlineData(208, "Invalid object name 'x'.", "sqlserver://sa@host/shop: Invalid object name 'x' (208). Correct the query.")]
    public void SqlServer_Errors_SayWhatToDo(int number, string message, string expected) =>
        Assert.Equal(expected, new SqlServerDatabase(ConnectionAddress.Parse("sqlserver://sa:p%40ss@host/shop")).Words(number, message));

    [Fact]
    public async Task SqlServer_NoServer_SaysSo()
    {
        var error = await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync("Server=127.0.0.1,1;User ID=sa;Password=secret77;Connect Timeout=3;Encrypt=false", new() { Query = "SELECT 1 AS x" }, Cancel));

        Assert.StartsWith("server=127.0.0.1,1;user id=sa: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Check the host and port, and that the server runs and takes TCP connections.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret77", $"{error}", StringComparison.Ordinal);
    }
}
