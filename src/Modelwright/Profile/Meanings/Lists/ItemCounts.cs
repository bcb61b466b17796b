namespace Modelwright.Profile.Meanings.Lists;

/// <summary>What the cells of a column would hold if they were lists.</summary>
internal sealed class ItemCounts
{
    private const int MostItems = 20_000;
    private const int MostLetters = 40;
    private const int MostInCell = 1_000;
    private const int Repeated = 3;

    // A cell that holds items hardly ever holds ones that come nowhere else.
    private const double LeastRepetition = 2;
    private const double LeastShareOfLists = 0.2;

    private readonly Dictionary<string, (long Count, bool IsFirst, bool IsLater)> _items = new(StringComparer.Ordinal);
    private readonly HashSet<int> _sizes = [];
    private long _all;
    private long _cells;
    private long _lists;
    private bool _isGivenUp;
    private bool _needsPlaces;

    internal int Distinct => _items.Count;

    internal int Fewest => _sizes.Count == 0 ? 0 : _sizes.Min();

    internal int Most => _sizes.Count == 0 ? 0 : _sizes.Max();

    /// <summary>Cells that are no list, at most five.</summary>
    internal IReadOnlyList<LevelCount> Odd { get; init; } = [];

    /// <summary>
    /// Whether the items come again and again, in cells of different length. Commas stand between town and country too, so with them most
    /// items must also be seen at the first place and at later ones.
    /// </summary>
    internal bool IsList => !_isGivenUp && _sizes.Count > 1 && _lists >= LeastShareOfLists * _cells && _items.Count >= 2 && _all >= LeastRepetition * _items.Count
        && (!_needsPlaces || AreAtAllPlaces());

    internal static ItemCounts Of(IReadOnlyList<LevelCount> levels, char separator)
    {
        var counts = new ItemCounts { _needsPlaces = separator == ',' };
        foreach (var level in levels)
        {
            if (counts._isGivenUp)
            {
                break;
            }

            counts.Add(level.Value.Split(separator, MostInCell, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), level.Count);
        }

        return counts;
    }

    internal void Add(IReadOnlyList<string> items, long rows)
    {
        _cells += rows;
        _lists += items.Count > 1 ? rows : 0;
        _sizes.Add(items.Count);
        for (var place = 0; place < items.Count; place++)
        {
            var item = items[place];
            var known = _items.GetValueOrDefault(item);
            _items[item] = (known.Count + rows, known.IsFirst || place == 0, known.IsLater || place > 0);
            _all += rows;
            _isGivenUp |= item.Length > MostLetters || _items.Count > MostItems;
        }
    }

    private bool AreAtAllPlaces()
    {
        var (often, everywhere) = (0, 0);
        foreach (var item in _items.Values)
        {
            often += item.Count >= Repeated ? 1 : 0;
            everywhere += item is { Count: >= Repeated, IsFirst: true, IsLater: true } ? 1 : 0;
        }

        return often >= 2 && everywhere * 2 >= often;
    }
}
