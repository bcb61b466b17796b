using Modelwright.Profile.Baskets;

namespace Modelwright.Profile.Depth;

/// <summary>What a closer look at a table shows.</summary>
/// <param name="RowsLookedAt">All rows, or every k-th of them: at most 20,000.</param>
/// <param name="Columns">One a column that has a role, in the order of the table.</param>
/// <param name="Findings">What a person should know, the most severe first.</param>
public sealed record ProfileDepth(int RowsLookedAt, IReadOnlyList<ColumnDepth> Columns, IReadOnlyList<Finding> Findings)
{
    /// <summary>What stands together in lists, one a column of lists.</summary>
    public IReadOnlyList<BasketProfile> Baskets { get; init; } = [];
}
