using System.Data.Common;
using Microsoft.Data.Sqlite;
using Modelwright.Core.Errors;
using Modelwright.Recording.Servers;
using SQLitePCL;

namespace Modelwright.Sources.Databases;

/// <summary>A file of SQLite, opened to be read only.</summary>
internal sealed class SqliteDatabase(string path) : IDatabase
{
    private const int AttachedDatabases = 7;
    private const int NotADatabase = 26;
    private const int Busy = 5;
    private const int CannotOpen = 14;

    public string Name => "sqlite";

    public string Shown => path;

    public long Bytes => new FileInfo(path).Length;

    public DbConnection Open() => Connections.Opened(
        new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString),
        connection =>
        {
            raw.sqlite3_limit(connection.Handle, AttachedDatabases, 0);
            Run(connection, "PRAGMA query_only = ON");
            Run(connection, "PRAGMA trusted_schema = OFF");
        });

    public IReadOnlyList<DatabaseTableName> Tables(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
        using var reader = command.ExecuteReader();
        var tables = new List<DatabaseTableName>();
        while (reader.Read())
        {
            tables.Add(new("main", reader.GetString(0), IsUsual: true));
        }

        return tables;
    }

    public string Quote(DatabaseTableName table) => $"\"{table.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public DatabaseQuery Prepare(DbConnection connection, string sql)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        OneSelect.Check(path, sql);
        CheckIsOne(handle, sql);
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // It is the person's own statement, and one SELECT.
        command.CommandText = sql;
#pragma warning restore CA2100
        return new(command, Transaction: null, () => raw.sqlite3_interrupt(handle));
    }

    public DataException? Explain(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: NotADatabase } => new($"{path}: this is no SQLite database, or it is encrypted. Check the file.", fault),
        SqliteException { SqliteErrorCode: Busy } => new($"{path}: another program is writing to the database. Try again when it is done, or read a copy.", fault),
        SqliteException { SqliteErrorCode: CannotOpen } => new($"{path}: the database cannot be opened. Check who may read the file, and the folder where it keeps its journal.", fault),
        SqliteException error => new($"{path}: {Words(error)}. Correct the query, or check the file.", fault),
        DllNotFoundException or TypeInitializationException => new($"{path}: SQLite's native library did not load on this machine ({fault.GetBaseException().Message}). Export the table to CSV.", fault),
        _ => null,
    };

    private static string Words(SqliteException error)
    {
        var message = error.Message;
        var start = message.IndexOf('\'', StringComparison.Ordinal);
        var end = message.LastIndexOf('\'');
        return FaultList.Show(start >= 0 && end > start ? message.AsSpan(start + 1, end - start - 1) : message, longest: 300);
    }

    private void CheckIsOne(sqlite3 handle, string sql)
    {
        sqlite3_stmt? statement = null;
        try
        {
            // A statement that is not understood fails again when it is run, with words.
            if (raw.sqlite3_prepare_v2(handle, sql, out statement, out var rest) != raw.SQLITE_OK)
            {
                return;
            }

            if (raw.sqlite3_stmt_readonly(statement) == 0 || raw.sqlite3_column_count(statement) == 0)
            {
                throw OneSelect.Refused(path, sql);
            }

            if (OneSelect.HasWords(rest))
            {
                throw OneSelect.Several(path, sql);
            }
        }
        finally
        {
            statement?.Dispose();
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
