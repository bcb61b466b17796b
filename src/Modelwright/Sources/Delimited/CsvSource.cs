namespace Modelwright.Sources.Delimited;

/// <summary>Comma-separated values, or values with any other separator, plain or compressed.</summary>
internal sealed class CsvSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("csv", "Comma-separated values", TextFile.WithCompressed(".csv", ".txt", ".data")) { Takes = SourceOptions.Delimited | SourceOptions.Lines | SourceOptions.Pattern };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DelimitedReader.ReadAsync(Info.Name, request, usual: null, cancellation);
    }
}
