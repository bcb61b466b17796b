using Modelwright.Sources.Json;

namespace Modelwright.Sources.Xml;

/// <summary>
/// XML documents, plain or compressed. A row is an element that repeats; its attributes and elements become columns such as
/// 'address.city', and what comes more than once in a row a JSON list.
/// </summary>
internal sealed class XmlSource : ISource
{
    /// <inheritdoc/>
    public SourceInfo Info { get; } = new("xml", "XML", TextFile.WithCompressed(".xml")) { Takes = SourceOptions.Encoding | SourceOptions.Record };

    /// <inheritdoc/>
    public bool Accepts(string path) => Info.Matches(path);

    /// <inheritdoc/>
    public Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => Read(request, cancellation), cancellation);
    }

    private SourceTable Read(SourceRequest request, CancellationToken cancellation)
    {
        using var file = new XmlFile(Info.Name, request);
        return new ObjectTableReader(file, request).Read(cancellation);
    }
}
