using Modelwright.Core.Data;

namespace Modelwright.Sources.Joins;

/// <summary>Which rows of the other table belong to which row, and up to which time they count.</summary>
internal sealed class ChildGroups
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    private ChildGroups(int[] starts, int[] rows, int[] parents, int[] groupOf)
    {
        _starts = starts;
        _rows = rows;
        Parents = parents;
        GroupOf = groupOf;
    }

    /// <summary>All rows of the parent, those of one group together, in the order of their time.</summary>
    internal int[] Parents { get; }

    /// <summary>The group of each row of the parent; -1 where none belongs to it.</summary>
    internal int[] GroupOf { get; }

    /// <summary>Rows of the other table without a key.</summary>
    internal int WithoutKey { get; private init; }

    /// <summary>Rows of the other table whose key no row of the parent has.</summary>
    internal int WithoutParent { get; private init; }

    /// <summary>The rows of a group, the oldest first; rows of one time in the order of the table.</summary>
    internal ReadOnlySpan<int> this[int group] => _rows.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    /// <summary>Finds the groups.</summary>
    /// <param name="parentKey">The key of each row of the parent.</param>
    /// <param name="childKey">The key of each row of the other table.</param>
    /// <param name="cuts">Until when rows count, a tick for each row of the parent; null where all do.</param>
    /// <param name="times">When each row of the other table was known; null without.</param>
    internal static ChildGroups Of(Column parentKey, Column childKey, long[]? cuts, long[]? times)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] groupOf = [.. Enumerable.Range(0, parentKey.RowCount).Select(row => Number(parentKey.Format(row), groups))];
        var ofChild = new int[childKey.RowCount];
        var (withoutKey, withoutParent) = (0, 0);
        var sizes = new int[groups.Count + 1];
        for (var row = 0; row < ofChild.Length; row++)
        {
            var key = childKey.Format(row);
            ofChild[row] = key is not null && groups.TryGetValue(key, out var group) ? group : -1;
            withoutKey += key is null ? 1 : 0;
            withoutParent += key is not null && ofChild[row] < 0 ? 1 : 0;
            sizes[ofChild[row] + 1] += ofChild[row] < 0 ? 0 : 1;
        }

        for (var group = 0; group < groups.Count; group++)
        {
            sizes[group + 1] += sizes[group];
        }

        int[] rows = [.. Enumerable.Range(0, ofChild.Length).Where(row => ofChild[row] >= 0).OrderBy(row => ofChild[row]).ThenBy(row => times?[row] ?? 0)];
        int[] parents = [.. Enumerable.Range(0, groupOf.Length).OrderBy(row => groupOf[row]).ThenBy(row => cuts?[row] ?? 0)];
        return new(sizes, rows, parents, groupOf) { WithoutKey = withoutKey, WithoutParent = withoutParent };
    }

    private static int Number(string? key, Dictionary<string, int> groups)
    {
        if (key is null)
        {
            return -1;
        }

        if (!groups.TryGetValue(key, out var group))
        {
            group = groups.Count;
            groups.Add(key, group);
        }

        return group;
    }
}
