using Modelwright.Sources.Folders;

namespace Modelwright.Sources.Duck;

/// <summary>Parquet, read by DuckDB. Lists and structures become JSON text; columns of bytes are left out, with a note.</summary>
internal sealed class ParquetSource : ISource, IReadsMany
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("parquet", "Parquet", [".parquet", ".pq"]);

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => new ParquetReader(Info.Name, request).Read(cancellation), cancellation);
    }

    IManyFiles IReadsMany.Open(string address, IReadOnlyList<string> files, ReadOptions options) => new ParquetFiles(Info.Name, address, files, options);
}
