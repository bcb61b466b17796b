using Modelwright.Core.Data;
using Modelwright.Sources.Columns;

namespace Modelwright.Profile.Meanings;

/// <summary>The values that do not agree with a guess, with the first row of each: one more look at the column, and only where there are any.</summary>
internal static class OddValues
{
    private const int Most = 5;

    internal static IEnumerable<OddValue> Of(Column column, Guess guess)
    {
        LevelCount[] odd = [.. guess.Unreadable.Concat(guess.Markers.Where(marker => !MissingText.IsAmongNumbers(marker.Value.AsSpan().Trim()))).Concat(guess.Disagreeing).OrderByDescending(level => level.Count).Take(Most)];
        var rows = odd.Length == 0 ? [] : FirstRows(column, odd);
        return odd.Select(level => new OddValue(level.Value, level.Count, rows.TryGetValue(level.Value, out var row) ? row : null));
    }

    private static Dictionary<string, int> FirstRows(Column column, LevelCount[] wanted)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = wanted.Select(level => level.Value).ToHashSet(StringComparer.Ordinal);
        for (var row = 0; row < column.RowCount && left.Count > 0; row++)
        {
            if (column.Format(row) is { } text && left.Remove(text))
            {
                rows.Add(text, row);
            }
        }

        return rows;
    }
}
