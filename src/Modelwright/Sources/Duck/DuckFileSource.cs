using Modelwright.Sources.Databases;

namespace Modelwright.Sources.Duck;

/// <summary>A database file of DuckDB: one of its tables, or the answer to one SELECT. It is opened to be read only.</summary>
internal sealed class DuckFileSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("duckdb", "DuckDB database", [".duckdb", ".ddb"]) { Takes = SourceOptions.Database };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path) || DatabaseFile.IsDuck(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        SourceFile.CheckExists(request.Path);
        return LongQuery.RunAsync(() => Read(request, cancellation), cancellation);
    }

    private SourceTable Read(SourceRequest request, CancellationToken cancellation) => new DuckAnswer(request.Path, request.Options).Read(
        session => Attach(session, request.Path),
        session => SqlStatement.Parse(session, request.Options.Query ?? $"SELECT * FROM {TableOf(session, request)}"),
        new() { Path = request.Path, Source = Info.Name, Fingerprint = "", Bytes = new FileInfo(request.Path).Length, RowsRead = 0 },
        cancellation);

    // Views name the database they are in by the name of its file.
    private static void Attach(DuckSession session, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var catalog = DuckSession.Identifier(name is "memory" or "temp" or "system" or "" ? "source" : name);
        session.Run($"ATTACH {DuckSession.Literal(Path.GetFullPath(path))} AS {catalog} (READ_ONLY)");
        session.Run($"USE {catalog}");
    }

    private static string TableOf(DuckSession session, SourceRequest request)
    {
        using var command = session.Command("SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = current_database() ORDER BY ALL");
        using var reader = command.ExecuteReader();
        var tables = new List<DatabaseTableName>();
        while (reader.Read())
        {
            tables.Add(new(reader.GetString(0), reader.GetString(1), IsUsual: reader.GetString(0) == "main"));
        }

        var table = DatabaseTableName.Choose(request.Path, tables, request.Options.DatabaseTable);
        return $"{DuckSession.Identifier(table.Schema)}.{DuckSession.Identifier(table.Name)}";
    }
}
