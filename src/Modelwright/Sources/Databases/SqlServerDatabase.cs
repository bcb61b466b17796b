using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Modelwright.Recording.Servers;
using DataException = Modelwright.Core.Errors.DataException;

namespace Modelwright.Sources.Databases;

/// <summary>A database of SQL Server, asked inside of a transaction that is always rolled back, as that server has none that can only read.</summary>
internal sealed class SqlServerDatabase(ConnectionAddress address) : IDatabase
{
    private const int DefaultSeconds = 600;

    // Reserved words of T-SQL that stand in no SELECT.
    private static readonly HashSet<string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "INTO", "EXEC", "EXECUTE", "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "DENY", "COMMIT", "ROLLBACK",
        "BEGIN", "DECLARE", "SET", "USE", "BACKUP", "RESTORE", "DBCC", "KILL", "SHUTDOWN", "WAITFOR", "BULK", "RECONFIGURE", "OPENROWSET", "OPENQUERY", "OPENDATASOURCE", "GO",
    };

    public string Name => "sqlserver";

    public string Shown => address.Shown;

    public long Bytes => 0;

    public DbConnection Open() => Connections.Opened(new SqlConnection(Settings().ConnectionString));

    public IReadOnlyList<DatabaseTableName> Tables(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        var tables = new List<DatabaseTableName>();
        while (reader.Read())
        {
            tables.Add(new(reader.GetString(0), reader.GetString(1), IsUsual: reader.GetString(0) == "dbo"));
        }

        return tables;
    }

    public string Quote(DatabaseTableName table) => $"{Quoted(table.Schema)}.{Quoted(table.Name)}";

    public DatabaseQuery Prepare(DbConnection connection, string sql)
    {
        OneSelect.Check(Shown, sql, Forbidden);
        var transaction = ((SqlConnection)connection).BeginTransaction(IsolationLevel.ReadCommitted);
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // It is the person's own statement, and one SELECT.
        command.CommandText = sql;
#pragma warning restore CA2100
        return new(command, transaction, command.Cancel);
    }

    public DataException? Explain(Exception fault) => fault switch
    {
        SqlException error => new(Words(error.Number, error.Message), fault),
        InvalidOperationException { Source: "Microsoft.Data.SqlClient" } => new(Words(0, fault.Message), fault),
        _ => null,
    };

    /// <summary>What an error number of the server or the driver means.</summary>
    /// <remarks>Source: "Database engine events and errors", Microsoft Learn; numbers below 100 and above 10,000 are those of the network.</remarks>
    internal string Words(int number, string message)
    {
        var said = FaultList.Show(address.WithoutSecrets(message), longest: 300).TrimEnd('.');
        return number switch
        {
            18456 or 18452 or 18470 => $"{Shown}: the server refuses the user ({said}). Give the right user and password: in the address, or in {DatabasePassword.Variable}.",
            4060 or 911 => $"{Shown}: {said}. Check the name of the database.",
            -2 => $"{Shown}: the server did not answer in time ({said}). 'Connect Timeout' and 'Command Timeout' in the address are seconds to wait.",
            -2146893019 or 20 => $"{Shown}: the server's certificate is not trusted ({said}). Install the certificate, or add TrustServerCertificate=true to the address if you know the network.",
            < 100 or (> 10_000 and < 12_000) => $"{Shown}: no server answers ({said}). Check the host and port, and that the server runs and takes TCP connections.",
            _ => $"{Shown}: {said} ({number}). Correct the query.",
        };
    }

    internal SqlConnectionStringBuilder Settings()
    {
        var settings = new SqlConnectionStringBuilder { CommandTimeout = DefaultSeconds, ApplicationIntent = ApplicationIntent.ReadOnly, ApplicationName = "modelwright", Pooling = false };
        foreach (var (key, value) in address.Pairs)
        {
            DatabasePassword.Set(settings, key, value, address);
        }

        if (settings.Password.Length == 0 && !settings.IntegratedSecurity && DatabasePassword.FromEnvironment() is { } password)
        {
            settings.Password = password;
        }

        settings.PersistSecurityInfo = false;
        return settings;
    }

    private static string Quoted(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";
}
