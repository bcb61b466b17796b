using System.Xml;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Xml;

/// <summary>
/// Reads XML node by node: no document type, so that nothing is fetched or multiplied, and bounded depth and sizes. What is broken
/// becomes an error with line and column.
/// </summary>
internal sealed class SafeXml : IDisposable
{
    /// <summary>The deepest element.</summary>
    internal const int MostDepth = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        CloseInput = false,
    };

    private readonly string _path;
    private readonly GuardedStream _stream;
    private readonly StreamReader? _text;
    private readonly XmlReader _reader;
    private readonly char[] _chunk = new char[4096];

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file, for texts.</param>
    /// <param name="stream">Its bytes; left open.</param>
    /// <param name="encoding">The name of the encoding, where the person tells it; else the file does.</param>
    internal SafeXml(string path, Stream stream, string? encoding)
    {
        _path = path;
        _stream = new(path, stream);
        _text = encoding is null ? null : new(_stream, TextEncoding.Find(encoding)!, detectEncodingFromByteOrderMarks: false, bufferSize: -1, leaveOpen: true);
        try
        {
            _reader = _text is null ? XmlReader.Create(_stream, Settings) : XmlReader.Create(_text, Settings);
        }
        catch (XmlException fault)
        {
            throw Broken(fault);
        }
    }

    internal XmlNodeType Node => _reader.NodeType;

    internal int Depth => _reader.Depth;

    /// <summary>The name without its prefix; what .NET and SQL Server write for signs that no name can hold, such as '_x0020_', is that sign.</summary>
    internal string Name => _reader.LocalName is var name && name.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(name) : name;

    internal bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>1-based line of the node.</summary>
    internal int Line => ((IXmlLineInfo)_reader).LineNumber;

    /// <summary>The value of an attribute; null where there is none.</summary>
    internal string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>Goes to the next node.</summary>
    /// <returns>False at the end of the document.</returns>
    /// <exception cref="DataException">The document is broken, too deep, or has a document type.</exception>
    internal bool Read()
    {
        try
        {
            _stream.Begin();
            if (!_reader.Read())
            {
                return false;
            }
        }
        catch (XmlException fault)
        {
            throw Broken(fault);
        }

        return _reader.NodeType != XmlNodeType.Element || _reader.Depth < MostDepth
            ? true
            : throw new DataException($"{_path}, line {Line}: elements are nested deeper than {MostDepth} levels. Take the inner ones apart, or leave them out.");
    }

    /// <summary>Hands out the attributes of the element, but those that name namespaces.</summary>
    internal void Attributes(Action<string, string> take)
    {
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (_reader.Prefix != "xmlns" && _reader.Name != "xmlns" && _reader.Prefix != "xsi")
            {
                take(Name, _reader.Value);
            }
        }

        _reader.MoveToElement();
    }

    /// <summary>Hands out the text of the node, piece by piece.</summary>
    /// <exception cref="DataException">The document is broken.</exception>
    internal void Text(Action<ReadOnlySpan<char>> take)
    {
        try
        {
            int count;
            while ((count = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
            {
                _stream.Begin();
                take(_chunk.AsSpan(0, count));
            }
        }
        catch (XmlException fault)
        {
            throw Broken(fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _text?.Dispose();
    }

    private DataException Broken(XmlException fault)
    {
        // The framework ends its text with the place, which is said in our words, and does not know that of a document type.
        if (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new($"{_path}: the file has a document type (<!DOCTYPE …>), which is not read, as it may name other files or repeat itself without end. Leave it out.", fault);
        }

        var where = fault.Message.IndexOf(" Line ", StringComparison.Ordinal);
        var what = where < 0 ? fault.Message : fault.Message[..where];
        return new($"{_path}, line {fault.LineNumber}, column {fault.LinePosition}: the XML is broken: {what} Close what is open, mend what is wrong, or get the file again if it was cut.", fault);
    }
}
