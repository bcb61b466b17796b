using Modelwright.Recording.Servers;

namespace Modelwright.Sources.Databases;

/// <summary>
/// A server, by its address: "postgres://user@host/database" or pairs such as "Host=…;Database=…" for PostgreSQL,
/// "sqlserver://user@host/database" or "Server=…;Database=…" for SQL Server. One table is read, or the answer to one SELECT,
/// in a transaction that changes nothing.
/// </summary>
internal sealed class ServerSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("server", "Database server", []) { Takes = SourceOptions.Database };

    /// <inheritdoc/>
    public bool Accepts(string path) => ConnectionAddress.IsOne(path) && !File.Exists(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = ConnectionAddress.Parse(request.Path);
        return Task.Run(() => Read(address, request.Options, cancellation), cancellation);
    }

    private static SourceTable Read(ConnectionAddress address, ReadOptions options, CancellationToken cancellation) =>
        new DatabaseReader(address.IsPostgres ? new PostgresDatabase(address) : new SqlServerDatabase(address), options).Read(cancellation);
}
