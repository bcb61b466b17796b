using System.Text;
using System.Text.Json;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Writes a list given as an array in the way the cells of its column are written.</summary>
internal static class ListText
{
    /// <summary>The text of a cell; the value itself where the column is no list, or the value none of plain items.</summary>
    internal static object? Of(object? value, ColumnSpec spec)
    {
        if (spec is not { Kind: ColumnKind.List, ListSeparator: { } separator })
        {
            return value;
        }

        string[]? items = value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } json when json.EnumerateArray().All(IsPlain) => [.. json.EnumerateArray().Select(item => item.ToString())],
            IEnumerable<string> texts => [.. texts],
            _ => null,
        };
        return items is null ? value
            : separator == "json" ? Json(items)
            : string.Join(separator, items);
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
