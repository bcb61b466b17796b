namespace Modelwright.Sources.Databases;

/// <summary>A database file of SQLite: one of its tables, or the answer to one SELECT. It is opened to be read only.</summary>
internal sealed class SqliteSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("sqlite", "SQLite database", [".sqlite", ".sqlite3", ".db3"]) { Takes = SourceOptions.Database };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path) || DatabaseFile.IsSqlite(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        SourceFile.CheckExists(request.Path);
        DatabaseFile.CheckIsWhole(request.Path);
        return Task.Run(() => new DatabaseReader(new SqliteDatabase(request.Path), request.Options).Read(cancellation), cancellation);
    }
}
