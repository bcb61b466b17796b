using System.Text.Json;

namespace Modelwright.Runtime.Steps.Lists;

/// <summary>Cuts cells into items, one cell after another; one thread at a time.</summary>
internal sealed class ItemCutter(string separator)
{
    /// <summary>The word for cells that are JSON arrays.</summary>
    internal const string Json = "json";

    private const int MostDepth = 8;
    private readonly List<string> _items = [];
    private string _text = "";
    private int _at;

    /// <summary>Whether a separator can be used.</summary>
    internal static bool Knows(string separator) => separator == Json || (separator.Length == 1 && !char.IsSurrogate(separator[0]));

    /// <summary>Begins with a cell.</summary>
    internal void Start(string text)
    {
        _at = 0;
        _text = text;
        _items.Clear();
        if (separator == Json)
        {
            ReadArray();
        }
    }

    /// <summary>The next item of the cell; false at its end.</summary>
    internal bool Next(out ReadOnlySpan<char> item) => separator == Json ? NextRead(out item) : NextCut(out item);

    private bool NextRead(out ReadOnlySpan<char> item)
    {
        item = _at < _items.Count ? _items[_at] : default;
        return _at++ < _items.Count;
    }

    private bool NextCut(out ReadOnlySpan<char> item)
    {
        while (_at < _text.Length)
        {
            var end = _text.IndexOf(separator[0], _at);
            end = end < 0 ? _text.Length : end;
            item = _text.AsSpan(_at, end - _at).Trim();
            _at = end + 1;
            if (item.Length > 0)
            {
                return true;
            }
        }

        item = default;
        return false;
    }

    private void ReadArray()
    {
        if (!_text.AsSpan().TrimStart().StartsWith('['))
        {
            Add(_text);
            return;
        }

        try
        {
            using var cell = JsonDocument.Parse(_text, new JsonDocumentOptions { MaxDepth = MostDepth });
            if (cell.RootElement.ValueKind == JsonValueKind.Array)
            {
                foreach (var element in cell.RootElement.EnumerateArray())
                {
                    Add(element.ValueKind == JsonValueKind.String ? element.GetString()! : element.ValueKind == JsonValueKind.Null ? "" : element.GetRawText());
                }

                return;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            // Half a character, or no JSON: the cell is one item as it stands.
            _items.Clear();
        }

        Add(_text);
    }

    private void Add(string item)
    {
        if (item.AsSpan().Trim() is { Length: > 0 } trimmed)
        {
            _items.Add(trimmed.Length == item.Length ? item : trimmed.ToString());
        }
    }
}
