using System.Runtime.InteropServices;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Lists;

/// <summary>Finds the items that stand in most rows.</summary>
internal static class FrequentItems
{
    /// <summary>Items held while counting; those that come up first keep their place, so that memory stays bounded.</summary>
    private const int MostCounted = 500_000;

    /// <summary>Characters of an item with a column of its own at most.</summary>
    private const int LongestItem = 200;

    private const int RowsBetweenLooks = 1024;

    /// <summary>The items in order of their columns, and whether there are others.</summary>
    internal static (List<string> Items, bool HasOthers) Of(Column column, ListItems settings, CancellationToken cancellation)
    {
        var (counts, hasUncounted) = Count(column, settings.Separator, cancellation);
        var candidates = counts.Where(item => item.Value.Rows >= settings.MinCount).Select(item => (item.Key, item.Value.Rows)).ToList();
        candidates.Sort((left, right) => left.Rows != right.Rows ? right.Rows.CompareTo(left.Rows) : string.CompareOrdinal(left.Key, right.Key));
        List<string> items = [.. candidates.Take(settings.MaxItems).Select(candidate => candidate.Key)];
        return (items, hasUncounted || items.Count < counts.Count);
    }

    private static (Dictionary<string, (int Rows, int LastRow)> Counts, bool HasUncounted) Count(Column column, string separator, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, (int Rows, int LastRow)>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var cutter = new ItemCutter(separator);
        var hasUncounted = false;
        for (var row = 0; row < column.RowCount; row++)
        {
            if (row % RowsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            cutter.Start(column.Format(row) ?? "");
            while (cutter.Next(out var item))
            {
                if (item.Length > LongestItem || (counts.Count >= MostCounted && !lookup.ContainsKey(item)))
                {
                    hasUncounted = true;
                    continue;
                }

                ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, item, out var isKnown);
                if (!isKnown || seen.LastRow != row)
                {
                    seen = (seen.Rows + 1, row);
                }
            }
        }

        return (counts, hasUncounted);
    }
}
