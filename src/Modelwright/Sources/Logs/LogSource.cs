namespace Modelwright.Sources.Logs;

/// <summary>Log files of a line an entry, plain or compressed: web and system logs, or any by a pattern of one's own.</summary>
internal sealed class LogSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("log", "Log", TextFile.WithCompressed(".log")) { Takes = SourceOptions.Lines | SourceOptions.Pattern };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => LogTable.Read(request, cancellation), cancellation);
    }
}
