using Modelwright.Sources.Folders;

namespace Modelwright.Sources.Duck;

/// <summary>Parquet files that are read in one session, as opening one takes longer than reading a small file.</summary>
/// <param name="source">The source's name.</param>
/// <param name="address">What the person typed.</param>
/// <param name="files">The files that the session may read.</param>
/// <param name="options">How to read them.</param>
internal sealed class ParquetFiles(string source, string address, IReadOnlyList<string> files, ReadOptions options) : IManyFiles
{
    private readonly DuckSession _session = DuckSession.Open(address, files, options);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation) =>
        Task.Run(() => new ParquetReader(source, request).Read(_session, cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
