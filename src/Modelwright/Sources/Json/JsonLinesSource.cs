namespace Modelwright.Sources.Json;

/// <summary>One JSON object a line, plain or compressed. Objects inside objects become columns such as 'address.city'; lists stay JSON text.</summary>
internal sealed class JsonLinesSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("json_lines", "JSON lines", TextFile.WithCompressed(".jsonl", ".ndjson")) { Takes = SourceOptions.Lines };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => new ObjectTableReader(new JsonFile(Info.Name, request, mayBeDocument: false), request).Read(cancellation), cancellation);
    }
}
