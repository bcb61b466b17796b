using DuckDB.NET.Data;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources.Databases;
using Modelwright.Sources.Duck;

namespace Modelwright.Sources.Writing.Databases;

/// <summary>A database file of DuckDB with one table.</summary>
internal sealed class DuckFormat : ITableFormat
{
    private const string Log = ".wal";

    public IReadOnlyList<string> Extensions { get; } = [".duckdb", ".ddb"];

    public void CheckReplaced(string path) => ReplacedDatabase.Check(path, [Log], () => TablesOf(path));

    public void CheckTable(Table table, string path, CancellationToken cancellation) =>
        new CellCheck(table, path, cancellation).Named(table, "a DuckDB database").NamedApart(table, "DuckDB").Names(OddCharacter.ZeroOrHalf).Texts(OddCharacter.ZeroOrHalf).Throw();

    public void Write(Table table, string path, string beside, CancellationToken cancellation)
    {
        try
        {
            using var session = DuckSession.Open(path, new(), threads: 1, session => Attach(session, beside));
            session.Run($"CREATE TABLE written.{WrittenTable.Name} ({DuckRows.Declared(table)})");
            using (var appender = session.Connection.CreateAppender("written", "main", WrittenTable.Name))
            {
                DuckRows.Append(appender, table, cancellation);
            }

            // Only now everything is in the one file.
            session.Run("DETACH written");
        }
        catch (DuckDBException fault)
        {
            throw DuckRows.Unwritten(path, fault);
        }
        finally
        {
            File.Delete(beside + Log);
        }
    }

    private static void Attach(DuckSession session, string beside)
    {
        session.Run($"SET allowed_paths = [{DuckSession.Literal(beside)}, {DuckSession.Literal(beside + Log)}]");
        session.Run($"ATTACH {DuckSession.Literal(beside)} AS written");
    }

    private static List<DatabaseTableName> TablesOf(string path)
    {
        try
        {
            using var session = DuckSession.Open(path, new(), threads: 1, session => session.Run($"ATTACH {DuckSession.Literal(Path.GetFullPath(path))} AS existing (READ_ONLY)"));
            using var command = session.Command("SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'existing' ORDER BY ALL");
            using var reader = command.ExecuteReader();
            var tables = new List<DatabaseTableName>();
            while (reader.Read())
            {
                tables.Add(new(reader.GetString(0), reader.GetString(1), IsUsual: reader.GetString(0) == "main"));
            }

            return tables;
        }
        catch (DuckDBException fault)
        {
            throw new DataException($"{path}: {DuckRows.Words(fault)}. Check the file.", fault);
        }
    }
}
