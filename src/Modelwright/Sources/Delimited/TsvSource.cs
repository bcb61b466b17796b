namespace Modelwright.Sources.Delimited;

/// <summary>Tab-separated values, plain or compressed.</summary>
internal sealed class TsvSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("tsv", "Tab-separated values", TextFile.WithCompressed(".tsv", ".tab")) { Takes = SourceOptions.Delimited | SourceOptions.Lines | SourceOptions.Pattern };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DelimitedReader.ReadAsync(Info.Name, request, usual: '\t', cancellation);
    }
}
