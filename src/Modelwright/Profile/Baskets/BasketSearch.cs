using Modelwright.Core.Data;

namespace Modelwright.Profile.Baskets;

/// <summary>Finds what stands together in lists: frequent sets of items, and rules between them that hold beyond chance.</summary>
internal static class BasketSearch
{
    private const int FewestRows = 30;
    private const int MostColumns = 10;

    /// <summary>Looks at every column of lists that is not ignored, the first ten of them.</summary>
    /// <param name="raw">The table as a source gave it.</param>
    /// <param name="profile">What <see cref="Profiler"/> found in it.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>One a column with at least 30 lists; the same table gives the same.</returns>
    public static IReadOnlyList<BasketProfile> Find(Table raw, DataProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(profile);
        return
        [
            .. profile.Schema.Columns
                .Where(spec => spec is { Kind: ColumnKind.List, ListSeparator: not null } && spec.Role != ColumnRole.Ignore)
                .Take(MostColumns)
                .Select(spec => Of(raw[spec.Name], spec.ListSeparator!, cancellation))
                .Where(found => found.Baskets >= FewestRows),
        ];
    }

    /// <summary>Looks at one column of lists.</summary>
    /// <param name="column">A column whose cells are lists; missing cells are no baskets, and an item that is twice in a list counts once.</param>
    /// <param name="separator">What stands between items: one character, or "json" for JSON arrays.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>Its sets and rules; none where there are too few baskets.</returns>
    public static BasketProfile Of(Column column, string separator, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentException.ThrowIfNullOrEmpty(separator);
        var table = BasketTable.Of(column, separator, cancellation);
        var sets = FrequentSets.Of(table, cancellation);
        ItemSet[] named = [.. sets.All.OrderByDescending(set => set.Count).ThenBy(set => set.Items.Length).Select(set => new ItemSet([.. set.Items.Select(item => table.Items[item])], set.Count))];
        return new(column.Name, table.Count, table.Different, table.Items.Length, sets.LeastCount, named, RuleSearch.Of(table, sets, cancellation));
    }
}
