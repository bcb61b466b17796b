using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>
/// Number columns that hold the mean of the target by the values of another column, worked out over all rows, those to be
/// validated on included; and its form that leaves the row itself out, by which a row tells its own target.
/// </summary>
internal sealed class TargetStatistics : ILeakCheck
{
    private const int MostClasses = 10;
    private const int FewestLevels = 5;
    private const int RowsOfLevel = 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        (string Class, double[] Values)[] some = [.. Targets(ground, ground.Rows.Target!.Take(ground.Sample))];
        (GroundColumn Column, LevelSums Sums)[] keys = [.. Keys(ground)];
        foreach (var column in ground.Columns.Where(column => column.Whole is NumberColumn && !accused.Contains(column.Name)))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            var values = Binning.Values((NumberColumn)column.Sampled);
            var found = keys.Where(key => key.Column.Name != column.Name)
                .SelectMany(key => some.Select(target => OfKey(ground, column, values, key.Column, key.Sums, target))).FirstOrDefault(finding => finding is not null);
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(GroundColumn Column, LevelSums Sums)> Keys(LeakGround ground)
    {
        foreach (var column in ground.Columns.Concat(ground.WithRole(ColumnRole.Group)).Where(column => column.Whole is not TimeColumn))
        {
            if (LevelSums.Of(column.Name, column.Sampled, FewestLevels, RowsOfLevel) is { } sums)
            {
                yield return (column, sums);
            }
        }
    }

    private static Finding? OfKey(LeakGround ground, GroundColumn column, double[] values, GroundColumn keyColumn, LevelSums key, (string Class, double[] Values) target)
    {
        var what = target.Class.Length == 0 ? $"the mean of '{ground.Target}'" : $"the share of '{target.Class}' in '{ground.Target}'";
        if (key.LeavesOut(values, target.Values) is { } rows)
        {
            return new(FindingSeverity.Severe, "target_mean_left_out", column.Name, $"'{column.Name}' is {what} by '{key.Name}' over all other rows: within one value of '{key.Name}' it falls as the row's own target rises, on a straight line in {rows} of {ground.Sample.Length} rows looked at, so it tells each row's target.", Remedy(key))
            { Measured = new Dictionary<string, double> { ["rows"] = rows } };
        }

        // Means of all rows are compared on all rows.
        return key.IsConstant(values) && LevelSums.Of(key.Name, keyColumn.Whole, FewestLevels, RowsOfLevel)?.Distance(Binning.Values((NumberColumn)column.Whole), Targets(ground, ground.Rows.Target!).Single(whole => whole.Class == target.Class).Values) is { } distance
            ? new(distance <= LevelSums.Same ? FindingSeverity.Severe : FindingSeverity.Warning, "target_mean", column.Name, $"'{column.Name}' is {what} by '{key.Name}', worked out over all rows: it has one value for each of {key.LevelCount} values of '{key.Name}', and differs from that mean by {Said.Percent(distance)} of its deviation.", Remedy(key))
            { Measured = new Dictionary<string, double> { ["levels"] = key.LevelCount, ["distance"] = distance } }
            : null;
    }

    private static string Remedy(LevelSums key) => $"Leave it out (--ignore, or --leaks drop): a step works such means of '{key.Name}' out within each fold.";

    private static IEnumerable<(string Class, double[] Values)> Targets(LeakGround ground, Column target)
    {
        if (target is NumberColumn numbers && !ground.Outcome.IsClasses)
        {
            yield return ("", Binning.Values(numbers));
            yield break;
        }

        var classes = (CategoryColumn)target;
        var codes = new int[classes.RowCount];
        classes.Codes.CopyTo(codes);
        for (var wanted = 0; wanted < Math.Min(classes.Levels.Count, MostClasses); wanted++)
        {
            yield return (classes.Levels[wanted], Array.ConvertAll(codes, code => code == wanted ? 1.0 : 0.0));
        }
    }
}
