using Modelwright.Core.Data;
using Modelwright.Profile.Baskets;

namespace Modelwright.Profile.Depth;

/// <summary>Looks closer at a table that was profiled: how values are spread, what they tell of the target, what is missing together, what drifts.</summary>
public static class DepthProfiler
{
    private const int FewestRows = 30;

    /// <summary>The checks; a new one is one line.</summary>
    private static readonly Func<DepthGround, IEnumerable<Finding>>[] Checks =
    [
        ConflictingLabels.Find, UnitChanges.Find, Drifts.Find, OutlierFindings.Find, SameColumns.Find, MissingPatterns.Find,
    ];

    /// <summary>Looks closer.</summary>
    /// <param name="raw">The table as a source gave it.</param>
    /// <param name="profile">What <see cref="Profiler"/> found in it.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>Figures of every column and findings; the same table gives the same. Nothing is found in fewer than 30 rows.</returns>
    public static ProfileDepth Inspect(Table raw, DataProfile profile, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(profile);
        var ground = new DepthGround(raw, profile, cancellation);
        var relations = new TargetRelations(ground);
        ColumnDepth[] columns = [.. ground.Columns.Select(column => Of(ground, column, relations))];
        Finding[] findings = ground.Table.RowCount < FewestRows ? [] : [.. Checks.SelectMany(check => check(ground)).OrderByDescending(finding => finding.Severity)];
        var baskets = BasketSearch.Find(raw, profile, cancellation);
        return new(ground.Table.RowCount, columns, [.. findings, .. BasketFindings.Of(baskets)]) { Baskets = baskets };
    }

    private static ColumnDepth Of(DepthGround ground, DepthColumn column, TargetRelations relations)
    {
        ground.Cancellation.ThrowIfCancellationRequested();
        var isNumber = column.Values is NumberColumn;
        var isRelated = column.Spec.Role == ColumnRole.Feature && ground.Outcome is not null;
        return new(column.Name)
        {
            Histogram = Spread.Histogram(column),
            Quantiles = isNumber ? Spread.Quantiles(column.Sorted) : [],
            Skew = isNumber ? Spread.Skew(column.Sorted) : null,
            Outliers = isNumber ? OutlierFindings.Bounds(column.Sorted)?.Count ?? 0 : null,
            Power = isRelated ? Math.Round(relations.Power(column), 4) : null,
            MutualInformation = isRelated ? Math.Round(relations.MutualInformation(column), 4) : null,
            Drift = Drifts.IsMeasured(column) && ground.Table.RowCount >= FewestRows ? Math.Round(Drifts.Index(column), 4) : null,
        };
    }
}
