using Microsoft.Data.Sqlite;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Databases;
using Modelwright.Sources.Duck;

namespace Modelwright.Sources.Writing.Databases;

/// <summary>A database file of SQLite with one table: numbers as REAL, levels, texts and times (ISO 8601) as TEXT.</summary>
internal sealed class SqliteFormat : ITableFormat
{
    // Source: sqlite.org/limits.html, as the library is built.
    private const int MostColumns = 2000;
    private const int CancellationStride = 4096;

    public IReadOnlyList<string> Extensions { get; } = [".sqlite", ".sqlite3", ".db3"];

    public void CheckReplaced(string path) => ReplacedDatabase.Check(path, ["-journal", "-wal"], () => TablesOf(path));

    public void CheckTable(Table table, string path, CancellationToken cancellation) => new CellCheck(table, path, cancellation)
        .Add(table.Columns.Count <= MostColumns ? null : $"the table has {table.Columns.Count} columns, and one of SQLite holds {MostColumns}. Write CSV or Parquet, or fewer columns.")
        .Named(table, "a SQLite database")
        .NamedApart(table, "SQLite")
        .Names(OddCharacter.ZeroOrHalf)
        .Texts(OddCharacter.ZeroOrHalf)
        .Throw();

    public void Write(Table table, string path, string beside, CancellationToken cancellation)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = beside, Pooling = false }.ConnectionString);
            connection.Open();

            // A file that is not finished is thrown away, so nothing is kept to mend it by.
            Run(connection, "PRAGMA journal_mode = OFF");
            Run(connection, $"CREATE TABLE {WrittenTable.Name} ({string.Join(", ", table.Columns.Select(Declared))})");
            Run(connection, "BEGIN");
            Insert(connection, table, cancellation);
            Run(connection, "COMMIT");
        }
        catch (SqliteException fault)
        {
            throw new IOException($"{path}: the file could not be written ({FaultList.Show(fault.Message, longest: 300).TrimEnd('.')})", fault);
        }
        catch (Exception fault) when (fault is DllNotFoundException or TypeInitializationException)
        {
            throw new DataException($"{path}: SQLite's native library did not load on this machine ({fault.GetBaseException().Message}). Write CSV, which needs none.", fault);
        }
    }

    private static void Insert(SqliteConnection connection, Table table, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        SqliteParameter[] cells = [.. table.Columns.Select((_, column) => command.Parameters.Add(new($"${column}", null)))];
#pragma warning disable CA2100 // Names of parameters alone.
        command.CommandText = $"INSERT INTO {WrittenTable.Name} VALUES ({string.Join(", ", cells.Select(cell => cell.ParameterName))})";
#pragma warning restore CA2100
        Func<int, object?>[] values = [.. table.Columns.Select(ValuesOf)];
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row % CancellationStride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            for (var column = 0; column < cells.Length; column++)
            {
                cells[column].Value = values[column](row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    private static Func<int, object?> ValuesOf(Column column)
    {
        if (column is NumberColumn numbers)
        {
            return row => numbers.Values.At(row) is var number && double.IsNaN(number) ? null : number;
        }

        var texts = CellText.Of(column);
        return row => texts[row];
    }

    private static string Declared(Column column) => $"{DuckSession.Identifier(column.Name)} {(column.Type == ColumnType.Number ? "REAL" : "TEXT")}";

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants and quoted names alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static IReadOnlyList<DatabaseTableName> TablesOf(string path)
    {
        var database = new SqliteDatabase(path);
        try
        {
            using var connection = database.Open();
            return database.Tables(connection);
        }
        catch (Exception fault) when (database.Explain(fault) is { } explained)
        {
            throw explained;
        }
    }
}
