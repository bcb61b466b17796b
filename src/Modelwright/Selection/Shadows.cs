namespace Modelwright.Selection;

/// <summary>
/// Takes the values of a column from other rows, so that whatever it told of the target is gone. A column with one value a
/// group is dealt out by groups, and with an order in time all values move by one distance: noise that has the same
/// structure, or what it tells by chance would be thought too little.
/// </summary>
internal sealed class Shadows
{
    private readonly int[] _rows;
    private readonly int[] _groups;
    private readonly int[] _firstOfGroup;
    private readonly int[]? _inTime;
    private readonly Random _random;

    /// <summary>Prepares for some rows.</summary>
    public Shadows(SelectionGround ground, int[] rows, int seed)
    {
        (_rows, _random) = (rows, new(seed));
        var places = new Dictionary<int, int>(rows.Length);
        for (var place = 0; place < rows.Length; place++)
        {
            places[rows[place]] = place;
        }

        _inTime = ground.TimeOrder is { } order ? [.. order.Where(places.ContainsKey).Select(row => places[row])] : null;
        (_groups, _firstOfGroup) = GroupsOf(ground.Groups, rows);
    }

    /// <summary>For each place the row whose value stands there.</summary>
    public int[] Draw(SelectionColumn column)
    {
        if (column.IsOfGroups)
        {
            var dealt = (int[])_firstOfGroup.Clone();
            _random.Shuffle(dealt);
            return Array.ConvertAll(_groups, group => dealt[group]);
        }

        if (_inTime is { Length: > 2 } order)
        {
            var distance = _random.Next(1, order.Length);
            var moved = new int[order.Length];
            for (var place = 0; place < order.Length; place++)
            {
                moved[order[place]] = _rows[order[(place + distance) % order.Length]];
            }

            return moved;
        }

        var shuffled = (int[])_rows.Clone();
        _random.Shuffle(shuffled);
        return shuffled;
    }

    private static (int[] OfPlace, int[] FirstRow) GroupsOf(int[]? groups, int[] rows)
    {
        if (groups is null)
        {
            return ([], []);
        }

        var known = new Dictionary<int, int>();
        var first = new List<int>();
        var ofPlace = new int[rows.Length];
        for (var place = 0; place < rows.Length; place++)
        {
            if (!known.TryGetValue(groups[rows[place]], out ofPlace[place]))
            {
                known.Add(groups[rows[place]], ofPlace[place] = first.Count);
                first.Add(rows[place]);
            }
        }

        return (ofPlace, [.. first]);
    }
}
