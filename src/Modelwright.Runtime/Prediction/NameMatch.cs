using System.Runtime.InteropServices;

namespace Modelwright.Runtime.Prediction;

/// <summary>Finds the names of a row that stand for columns: the same, or the only one that differs in letter case alone.</summary>
internal sealed class NameMatch
{
    private const int Several = -2;
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<string, int> _places;

    internal NameMatch(IReadOnlyList<string> names)
    {
        _names = names;
        _places = new(names.Count, StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < names.Count; place++)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, names[place], out var isThere);
            known = isThere ? Several : place;
        }
    }

    /// <summary>The place of the name for a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="fault">Why none of several names can be taken; null otherwise.</param>
    /// <returns>The place; -1 where there is none.</returns>
    internal int Find(string column, out string? fault)
    {
        fault = null;
        var place = _places.GetValueOrDefault(column, -1);
        return place == Several ? OfSeveral(column, out fault) : place;
    }

    private int OfSeveral(string column, out string? fault)
    {
        var same = new List<int>();
        var alike = new List<string>();
        for (var place = 0; place < _names.Count; place++)
        {
            if (string.Equals(_names[place], column, StringComparison.OrdinalIgnoreCase))
            {
                alike.Add($"'{_names[place]}'");
                same.AddRange(_names[place] == column ? [place] : []);
            }
        }

        fault = same.Count switch
        {
            0 => $"Column '{column}' could be {string.Join(" or ", alike)}. Give it once, as '{column}'.",
            1 => null,
            _ => $"Column '{column}' is given {same.Count} times. Give it once.",
        };
        return fault is null ? same[0] : -1;
    }
}
