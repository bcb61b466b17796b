using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Writes a list given as an array in the way the cells of its column are written.</summary>
internal static class ListText
{
    /// <summary>The text of a cell; the value itself where the column is no list, or the value none of plain items and whole characters.</summary>
    internal static object? Of(object? value, ColumnSpec spec)
    {
        if (spec is not { Kind: ColumnKind.List, ListSeparator: { } separator })
        {
            return value;
        }

        try
        {
            return Items(value) is not { } items || !Array.TrueForAll(items, IsWhole) ? value
                : separator == "json" ? Json(items)
                : string.Join(separator, items);
        }
        catch (InvalidOperationException)
        {
            // An item of JSON holds half a character, which no cell can.
            return value;
        }
    }

    /// <summary>
    /// A cell as the lists of its column are written: files of JSON give an array as its text, where the model was trained on
    /// lists with a separator. The very same text where it is no array of plain items.
    /// </summary>
    internal static string OfCell(string text, ColumnSpec spec)
    {
        var trimmed = text.AsSpan().Trim();
        if (spec is not { Kind: ColumnKind.List, ListSeparator: { } separator } || separator == "json" || trimmed.Length < 2 || trimmed[0] != '[' || trimmed[^1] != ']')
        {
            return text;
        }

        try
        {
            using var array = JsonDocument.Parse(text);
            return Of(array.RootElement, spec) as string ?? text;
        }
        catch (JsonException)
        {
            // No JSON: the cell is a list as it stands.
            return text;
        }
    }

    /// <summary>Whether a value is a list of texts, numbers and answers, of whole characters or not.</summary>
    internal static bool HasPlainItems(object? value) => value is JsonElement json ? json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(IsPlain) : value is IEnumerable<string>;

    private static string[]? Items(object? value) => !HasPlainItems(value) ? null : value switch
    {
        JsonElement json => [.. json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())],
        IEnumerable<string> texts => [.. texts],
        _ => null,
    };

    private static bool IsWhole(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (char.IsSurrogate(text[place]) && !char.IsSurrogatePair(text, place++))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(JsonElement item) => item.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null);

    private static string Json(string[] items)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                writer.WriteStringValue(item);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
