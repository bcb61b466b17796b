using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Modelwright.Core.Errors;
using Modelwright.Sources.Json;

namespace Modelwright.Sources.Xml;

/// <summary>
/// The records of an XML document, each as one flat JSON object: attributes and elements by dotted names, values that come again
/// as a list, and an element without text as null.
/// </summary>
internal sealed class XmlRows(string path, SafeXml xml, XmlEvidence.Element record) : IObjectRows
{
    // The text of a list is a value for people to read, not a part of a page.
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _wanted = record.Names();
    private readonly List<string> _around = [];
    private readonly ArrayBufferWriter<byte> _row = new();
    private readonly OrderedDictionary<string, List<string?>> _values = new(StringComparer.Ordinal);
    private long _characters;

    public long Line { get; private set; }

    public bool IsTooLong => false;

    public bool EndedWithFile => false;

    public bool TryRead(out ReadOnlySpan<byte> text)
    {
        text = [];
        while (xml.Read())
        {
            if (xml.Node == XmlNodeType.Element && IsRecord())
            {
                Line = xml.Line;
                TakeRecord();
                text = Write();
                return !IsEmptyDocument();
            }
        }

        return false;
    }

    // One element with nothing in it is a document without rows.
    private bool IsEmptyDocument() => record.Depth == 0 && record.IsValue && _values.Values.All(values => values is [null]);

    private bool IsRecord()
    {
        _around.RemoveRange(xml.Depth, _around.Count - xml.Depth);
        _around.Add(xml.Name);
        return _around.SequenceEqual(_wanted);
    }

    private void TakeRecord()
    {
        _values.Clear();
        _characters = 0;
        var open = new Stack<(string Path, StringBuilder Text, bool HoldsMore)>();
        Open(open, "");
        while (open.Count > 0 && xml.Read())
        {
            switch (xml.Node)
            {
                case XmlNodeType.Element:
                    var (around, text, _) = open.Pop();
                    open.Push((around, text, true));
                    Open(open, around.Length == 0 ? xml.Name : $"{around}.{xml.Name}");
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    xml.Text(piece => Append(open.Peek().Text, piece));
                    break;
                case XmlNodeType.EndElement:
                    Close(open.Pop());
                    break;
            }
        }
    }

    private void Open(Stack<(string Path, StringBuilder Text, bool HoldsMore)> open, string around)
    {
        var holdsMore = false;
        xml.Attributes((name, value) =>
        {
            holdsMore = true;
            Append(null, value);
            Add(around.Length == 0 ? name : $"{around}.{name}", value);
        });
        open.Push((around, new(), holdsMore));
        if (xml.IsEmpty)
        {
            Close(open.Pop());
        }
    }

    // The text of an element that holds more than text is kept only where there is some.
    private void Close((string Path, StringBuilder Text, bool HoldsMore) element)
    {
        var text = element.Text.ToString();
        if (!element.HoldsMore || !string.IsNullOrWhiteSpace(text))
        {
            Add(element.Path.Length == 0 ? record.Name : element.Path, string.IsNullOrWhiteSpace(text) ? null : text);
        }
    }

    private void Append(StringBuilder? text, ReadOnlySpan<char> piece)
    {
        _characters += piece.Length;
        if (_characters > LineReader.LongestLine)
        {
            throw new DataException($"{path}, line {Line}: the element '{FaultList.Show(record.Name)}' holds more than {LineReader.LongestLine} characters. Shorten its values, or name a smaller one by Record (--record).");
        }

        text?.Append(piece);
    }

    private void Add(string name, string? value)
    {
        if (!_values.TryGetValue(name, out var values))
        {
            values = [];
            _values.Add(name, values);
        }

        values.Add(value);
    }

    private ReadOnlySpan<byte> Write()
    {
        _row.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_row, AsWritten);
        json.WriteStartObject();
        foreach (var (name, values) in _values)
        {
            json.WritePropertyName(name);
            if (values.Count > 1)
            {
                json.WriteStartArray();
            }

            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            if (values.Count > 1)
            {
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
        json.Flush();
        return _row.WrittenSpan;
    }
}
