using Modelwright.Core.Data;

namespace Modelwright.Stress.Backdoors;

/// <summary>The values of a column that are worth a look: levels, values that come again and again, and what is typical of a number.</summary>
internal static class LevelProbes
{
    /// <summary>Levels that are looked at at most, half of them the rarest, half the most frequent.</summary>
    private const int MostLevels = 64;

    /// <summary>Values of a number or text that come again and again.</summary>
    private const int MostRepeated = 12;

    /// <summary>Rows that stand for a value of a number, the nearest ones where fewer have it; and those without a value that are needed to ask what that does.</summary>
    private const int FewestOwn = 20;

    private static readonly double[] Shares = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1];

    /// <summary>The values of one column.</summary>
    /// <param name="spec">The column.</param>
    /// <param name="column">Its values in the rows at hand.</param>
    public static IEnumerable<LevelProbe> Of(ColumnSpec spec, Column column)
    {
        int[] known = [.. Enumerable.Range(0, column.RowCount).Where(row => !column.IsMissing(row))];
        int[] empty = [.. Enumerable.Range(0, column.RowCount).Where(column.IsMissing)];
        var probes = column switch
        {
            CategoryColumn category => Levels(spec, category, known),
            NumberColumn numbers => Numbers(numbers, [.. known.Where(row => double.IsFinite(numbers.Values.At(row)))]),
            _ => Repeated(column, known),
        };
        return empty.Length >= FewestOwn ? probes.Append(new(column.Take([empty[0]]), empty)) : probes;
    }

    /// <summary>All levels that the model knows, those too that no row at hand has.</summary>
    private static IEnumerable<LevelProbe> Levels(ColumnSpec spec, CategoryColumn column, int[] known)
    {
        var rows = known.ToLookup(row => column.Levels[column.Codes.At(row)], StringComparer.Ordinal);
        string[] levels = [.. (spec.Levels.Count > 0 ? spec.Levels : column.Levels).OrderBy(level => rows[level].Count()).ThenBy(level => level, StringComparer.Ordinal)];
        var looked = levels.Length <= MostLevels ? levels : [.. levels.Take(MostLevels / 2), .. levels.TakeLast(MostLevels / 2)];
        return looked.Select(level => new LevelProbe(new CategoryColumn(column.Name, [level], [0]), [.. rows[level]]));
    }

    private static IEnumerable<LevelProbe> Repeated(Column column, int[] known) => known
        .GroupBy(row => column.Format(row)!, StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Take(MostRepeated)
        .Select(group => new LevelProbe(column.Take([group.First()]), [.. group]));

    private static IEnumerable<LevelProbe> Numbers(NumberColumn column, int[] known)
    {
        int[] sorted = [.. known.OrderBy(column.Values.At).ThenBy(row => row)];
        if (sorted.Length < FewestOwn)
        {
            return [];
        }

        // Values far apart in rank come first, so that a number of few values is not looked at twice.
        var typical = Shares.Select(share => Near(column, sorted, (int)Math.Round(share * (sorted.Length - 1))));
        return typical.Concat(Repeated(column, known).Where(probe => probe.Own.Length >= FewestOwn)).DistinctBy(probe => probe.Value, StringComparer.Ordinal);
    }

    private static LevelProbe Near(NumberColumn column, int[] sorted, int place)
    {
        var value = column.Values.At(sorted[place]);
        int[] own = [.. sorted.Where(row => column.Values.At(row) == value)];
        var first = Math.Clamp(place - (FewestOwn / 2), 0, sorted.Length - FewestOwn);
        return new(column.Take([sorted[place]]), own.Length >= FewestOwn ? own : sorted[first..(first + FewestOwn)]);
    }
}
