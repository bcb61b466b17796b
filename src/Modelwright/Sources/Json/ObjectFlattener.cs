using System.Text;
using System.Text.Json;
using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Json;

/// <summary>Puts the values of JSON objects into columns by path.</summary>
/// <param name="columnOf">Finds or makes the column of a path; null passes the value over.</param>
/// <param name="textsMayBeNumbers">Whether a text may be a number; not so where the file tells both apart.</param>
internal sealed class ObjectFlattener(Func<string, ColumnAssembler?> columnOf, bool textsMayBeNumbers)
{
    private readonly List<string> _twice = [];
    private char[] _characters = new char[256];

    /// <summary>Adds one object.</summary>
    /// <param name="line">A whole JSON object.</param>
    /// <param name="row">0-based row.</param>
    /// <returns>The paths that the object names more than once.</returns>
    /// <exception cref="JsonException">The line is not one JSON object.</exception>
    internal IReadOnlyList<string> Add(ReadOnlySpan<byte> line, int row)
    {
        _twice.Clear();
        var reader = new Utf8JsonReader(line);
        reader.Read();
        AddObject(ref reader, line, "", row);
        return _twice;
    }

    private void AddObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, string prefix, int row)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var path = prefix + reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                AddObject(ref reader, line, path + ".", row);
            }
            else
            {
                AddValue(ref reader, line, path, row);
            }
        }
    }

    private void AddValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, string path, int row)
    {
        var start = (int)reader.TokenStartIndex;
        var type = reader.TokenType;
        if (type == JsonTokenType.StartArray)
        {
            reader.Skip();
        }

        if (columnOf(path) is not { } column)
        {
            return;
        }

        if (column.Count > row)
        {
            _twice.Add(path);
            return;
        }

        column.AddMissing(row - column.Count);
        switch (type)
        {
            case JsonTokenType.Null:
                column.AddMissing();
                break;
            case JsonTokenType.String:
                column.Add(Text(ref reader), mayBeNumber: textsMayBeNumbers);
                break;
            default:
                column.Add(Raw(line[start..(int)reader.BytesConsumed]), mayBeNumber: type == JsonTokenType.Number);
                break;
        }
    }

    private ReadOnlySpan<char> Text(ref Utf8JsonReader reader)
    {
        Grow(reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length);
        return _characters.AsSpan(0, reader.CopyString(_characters));
    }

    private ReadOnlySpan<char> Raw(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        return _characters.AsSpan(0, Encoding.UTF8.GetChars(bytes, _characters));
    }

    private void Grow(int length)
    {
        if (_characters.Length < length)
        {
            _characters = new char[length * 2];
        }
    }
}
