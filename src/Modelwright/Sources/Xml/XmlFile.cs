using Modelwright.Core.Errors;
using Modelwright.Sources.Json;

namespace Modelwright.Sources.Xml;

/// <summary>An XML document whose rows are elements that repeat.</summary>
internal sealed class XmlFile(string source, SourceRequest request) : ObjectFile, IDisposable
{
    private XmlEvidence? _evidence;
    private XmlShape? _shape;
    private SafeXml? _xml;

    internal override string Source => source;

    internal override bool TextsMayBeNumbers => true;

    internal override string EncodingName => request.Options.Encoding ?? _evidence!.Encoding ?? "utf-8";

    internal override IEnumerable<string> Notes => _shape!.Note is { } note ? [note] : [];

    internal override void Prepare(CancellationToken cancellation)
    {
        if (new FileInfo(request.Path).Length == 0)
        {
            throw new DataException($"{request.Path}: the file is empty. Give an XML document with an element for each row.");
        }

        _evidence = XmlEvidence.Of(request, cancellation);
        _shape = XmlShape.Of(_evidence, request);
    }

    internal override Stream Open() => TextFile.Open(request.Path);

    internal override IObjectRows Rows(Stream stream)
    {
        _xml?.Dispose();
        _xml = new(request.Path, stream, request.Options.Encoding);
        return new XmlRows(request.Path, _xml, _shape!.Record);
    }

    /// <inheritdoc/>
    public void Dispose() => _xml?.Dispose();
}
