using System.Text.Json;

namespace Modelwright.Profile.Meanings.Lists;

/// <summary>Finds cells that are JSON arrays of plain values.</summary>
internal static class JsonLists
{
    private const int MostOdd = 5;
    private const int MostLetters = 20_000;
    private static readonly JsonDocumentOptions Flat = new() { MaxDepth = 2 };

    internal static ItemCounts? Of(IReadOnlyList<LevelCount> levels, double leastShare)
    {
        var rows = levels.Sum(level => level.Count);
        var odd = new List<LevelCount>();
        var counts = new ItemCounts { Odd = odd };
        var different = 0L;
        foreach (var level in levels)
        {
            if (Items(level.Value.Trim()) is { } items)
            {
                counts.Add(items, level.Count);
                continue;
            }

            different += level.Count;
            if (different > (1 - leastShare) * rows)
            {
                return null;
            }

            if (odd.Count < MostOdd)
            {
                odd.Add(level);
            }
        }

        return counts.Distinct > 0 ? counts : null;
    }

    private static List<string>? Items(string text)
    {
        if (text.Length is < 2 or > MostLetters || text[0] != '[' || text[^1] != ']')
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Flat);
            var items = new List<string>();
            foreach (var element in document.RootElement.EnumerateArray())
            {
                if (element.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    return null;
                }

                items.Add(element.ToString());
            }

            return items;
        }
        catch (JsonException)
        {
            // No JSON is an answer here: the cell is no list.
            return null;
        }
    }
}
