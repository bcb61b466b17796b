using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Modelwright.Recording.Servers;
using Npgsql;
using DataException = Modelwright.Core.Errors.DataException;

namespace Modelwright.Sources.Databases;

/// <summary>A database of PostgreSQL, asked inside of a transaction that can only read.</summary>
internal sealed class PostgresDatabase(ConnectionAddress address) : IDatabase
{
    private const int DefaultSeconds = 600;

    // Sent as text, because the driver has no value for all of them: numbers of any length, and types of the server's own.
    private static readonly HashSet<Type> Native =
    [
        typeof(string), typeof(bool), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(Guid), typeof(byte[]),
        typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
    ];

    public string Name => "postgresql";

    public string Shown => address.Shown;

    public long Bytes => 0;

    public DbConnection Open() => Connections.Opened(new NpgsqlConnection(Settings().ConnectionString));

    public IReadOnlyList<DatabaseTableName> Tables(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT table_schema, table_name, table_schema = current_schema() FROM information_schema.tables
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 3 DESC, 1, 2
            """;
        using var reader = command.ExecuteReader();
        var tables = new List<DatabaseTableName>();
        while (reader.Read())
        {
            tables.Add(new(reader.GetString(0), reader.GetString(1), !reader.IsDBNull(2) && reader.GetBoolean(2)));
        }

        return tables;
    }

    public string Quote(DatabaseTableName table) => $"{Quoted(table.Schema)}.{Quoted(table.Name)}";

    public DatabaseQuery Prepare(DbConnection connection, string sql)
    {
        var postgres = (NpgsqlConnection)connection;
        var transaction = postgres.BeginTransaction(IsolationLevel.RepeatableRead);
        using (var only = new NpgsqlCommand("SET TRANSACTION READ ONLY", postgres, transaction))
        {
            only.ExecuteNonQuery();
        }

        OneSelect.Check(Shown, sql);
        var text = sql.TrimEnd().TrimEnd(';');
        var asText = AsText(postgres, transaction, text);
#pragma warning disable CA2000, CA2100 // The query disposes of it; it is the person's own statement, and one SELECT.
        var command = new NpgsqlCommand(text, postgres, transaction) { UnknownResultTypeList = asText };
#pragma warning restore CA2000, CA2100
        return new(command, transaction, command.Cancel);
    }

    public DataException? Explain(Exception fault) => fault switch
    {
        PostgresException error => new(address.WithoutSecrets(Words(error)), fault),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } or SocketException or TimeoutException =>
            new($"{Shown}: {(fault.InnerException is TimeoutException ? "the server did not answer in time" : "no server answers")} ({FaultList.Show(fault.GetBaseException().Message)}). Check the host and port and that the server runs; 'Timeout' and 'Command Timeout' in the address are seconds to wait.", fault),
        NpgsqlException => new(address.WithoutSecrets($"{Shown}: {fault.Message.TrimEnd('.')}. Give the password in the address, in PGPASSWORD, or in {DatabasePassword.Variable}."), fault),
        _ => null,
    };

    // A batch is described by the server without being run, and takes one statement only.
    private static bool[] AsText(NpgsqlConnection connection, NpgsqlTransaction transaction, string text)
    {
        using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new(text));
        using var reader = batch.ExecuteReader(CommandBehavior.SchemaOnly);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(column => !Native.Contains(reader.GetFieldType(column)))];
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string Words(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"{Shown}: the server refuses the user ({error.MessageText}). Give the right user and password: in the address, in PGPASSWORD, or in {DatabasePassword.Variable}.",
        PostgresErrorCodes.SyntaxError when error.MessageText.StartsWith("cannot insert multiple commands", StringComparison.Ordinal) => $"{Shown}: there is more than one statement. Give one SELECT.",
        PostgresErrorCodes.InvalidCatalogName => $"{Shown}: {error.MessageText}. Check the name of the database.",
        PostgresErrorCodes.ReadOnlySqlTransaction => $"{Shown}: {error.MessageText}. Give a SELECT that changes nothing.",
        PostgresErrorCodes.QueryCanceled => $"{Shown}: {error.MessageText}. 'Command Timeout' in the address is how many seconds a query may take; here {Settings().CommandTimeout}.",
        _ => $"{Shown}: {error.MessageText} ({error.SqlState}){Place(error)}. Correct the query{(error.Hint is { } hint ? $"; the server says: {hint.TrimEnd('.')}" : "")}.",
    };

    private static string Place(PostgresException error) =>
        error.Position > 0 ? string.Create(CultureInfo.InvariantCulture, $" at character {error.Position}") : "";

    private NpgsqlConnectionStringBuilder Settings()
    {
        var settings = new NpgsqlConnectionStringBuilder { CommandTimeout = DefaultSeconds, Pooling = false, ApplicationName = "modelwright" };
        foreach (var (key, value) in address.Pairs)
        {
            DatabasePassword.Set(settings, key, value, address);
        }

        settings.Password ??= DatabasePassword.FromEnvironment();
        settings.IncludeErrorDetail = false;
        return settings;
    }
}
