namespace Modelwright.Sources.Json;

/// <summary>
/// JSON files, plain or compressed: one list of objects, an object with one list of objects in it, one object, or one object a line;
/// the content tells which. Objects inside objects become columns such as 'address.city'; lists stay JSON text.
/// </summary>
internal sealed class JsonSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("json", "JSON", TextFile.WithCompressed(".json")) { Takes = SourceOptions.Lines | SourceOptions.Record };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => new ObjectTableReader(new JsonFile(Info.Name, request, mayBeDocument: true), request).Read(cancellation), cancellation);
    }
}
