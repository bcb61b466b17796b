using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Modelwright.Fuzz.Json;

/// <summary>A file of one JSON object a line in the plainest way: the judge of the product's reader.</summary>
internal sealed class PlainLines
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <summary>The columns in the order they first come.</summary>
    internal List<string> Names { get; } = [];

    /// <summary>The rows; a cell that a row lacks is null.</summary>
    internal List<Dictionary<int, string?>> Rows { get; } = [];

    /// <summary>Lines that are no object.</summary>
    internal int Broken { get; private set; }

    /// <summary>Values that an object gives under a name it has given before.</summary>
    internal int Twice { get; private set; }

    /// <summary>Reads a file.</summary>
    internal static PlainLines Read(byte[] file)
    {
        var lines = new PlainLines();
        var start = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        while (start < file.Length)
        {
            var length = file.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? file.Length : start + length;
            lines.Add(file.AsMemory(start, end - start));
            start = end + 1;
        }

        return lines;
    }

    private void Add(ReadOnlyMemory<byte> line)
    {
        line = line.TrimEnd((byte)'\r');
        if (line.Trim(" \t"u8).IsEmpty)
        {
            return;
        }

        if (!Utf8.IsValid(line.Span) || PlainObject.Members(line) is not { } members)
        {
            Broken++;
            return;
        }

        var row = new Dictionary<int, string?>();
        foreach (var (name, value) in members)
        {
            Add(row, name, value);
        }

        Rows.Add(row);
    }

    private void Add(Dictionary<int, string?> row, string path, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Add(row, $"{path}.{member.Name}", member.Value);
            }

            return;
        }

        if (!_columns.TryGetValue(path, out var column))
        {
            column = Names.Count;
            _columns.Add(path, column);
            Names.Add(path);
        }

        var cell = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
        Twice += row.TryAdd(column, cell) ? 0 : 1;
    }
}
