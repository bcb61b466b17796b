using System.Text;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Json;

/// <summary>A JSON file: one object a line, or a document where that may be.</summary>
internal sealed class JsonFile(string source, SourceRequest request, bool mayBeDocument) : ObjectFile
{
    private TextDecoding _decoding = new(Encoding.UTF8);
    private CancellationToken _cancellation;
    private DocumentShape _shape = DocumentShape.Lines;

    internal override string Source => source;

    internal override Encoding Encoding => _decoding.Encoding;

    internal override IEnumerable<string> Notes => new[] { _decoding.Note, _shape.Note }.OfType<string>();

    internal override void Prepare(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _decoding = JsonText.DecodingOf(request.Path, request.Options);
        if (new FileInfo(request.Path).Length == 0)
        {
            throw new DataException($"{request.Path}: the file is empty. Give a file with {(mayBeDocument ? "a list of JSON objects" : "one JSON object a line")}.");
        }

        _shape = mayBeDocument ? DocumentShape.Of(request, _decoding, cancellation) : _shape;
    }

    internal override Stream Open() => JsonText.Open(request.Path, _decoding);

    internal override IObjectRows Rows(Stream stream) =>
        _shape.IsLines ? new LineReader(stream) : new DocumentRows(new(request.Path, stream, mayRepeat: _shape.List is null, _cancellation), _shape.List);

    internal override ReadOnlySpan<byte> First(ReadOnlySpan<byte> row)
    {
        if (!_shape.IsLines)
        {
            return row;
        }

        var line = row.StartsWith(Encoding.UTF8.Preamble) ? row[Encoding.UTF8.Preamble.Length..] : row;
        LineFault.CheckFirst(request.Path, line);
        return line;
    }
}
