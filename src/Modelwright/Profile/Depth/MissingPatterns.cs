using System.Globalization;
using Modelwright.Profile.Relations;

namespace Modelwright.Profile.Depth;

/// <summary>Columns that lack values in the same rows, and columns whose missing values go with the target.</summary>
internal static class MissingPatterns
{
    private const double FewestShare = 0.01;
    private const int FewestRows = 20;
    private const int MostGroups = 5;
    private const int MostNamed = 6;

    /// <summary>Power of missing values alone, from which on they are worth a word, and a warning.</summary>
    private const double Some = 0.01;
    private const double Much = 0.1;

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Find(DepthGround ground)
    {
        DepthColumn[] columns = [.. ground.Features.Where(column => IsSometimes(column, ground.Table.RowCount))];
        return Together(ground, columns).Concat(ground.Outcome is null ? [] : WithTarget(ground, columns));
    }

    private static bool IsSometimes(DepthColumn column, int rows)
    {
        var missing = Enumerable.Range(0, rows).Count(column.Values.IsMissing);
        return missing >= Math.Max(FewestRows, FewestShare * rows) && missing < rows;
    }

    private static IEnumerable<Finding> Together(DepthGround ground, DepthColumn[] columns) => columns
        .GroupBy(column => Pattern(column, ground.Table.RowCount))
        .Where(group => group.Count() > 1)
        .OrderByDescending(group => group.Count())
        .Take(MostGroups)
        .Select(group => group.ToArray())
        .Select(group => new Finding(
            FindingSeverity.Note,
            "missing_together",
            null,
            $"{group.Length} columns lack values in the very same {Enumerable.Range(0, ground.Table.RowCount).Count(group[0].Values.IsMissing)} of {ground.Table.RowCount} rows looked at: {string.Join(", ", group.Take(MostNamed).Select(column => $"'{column.Name}'"))}{(group.Length > MostNamed ? $" and {group.Length - MostNamed} more" : "")}.",
            "They come from one source or one question; whether it was there may be worth a column of its own."));

    // FNV-1a over the rows' gaps: equal hashes mean equal gaps but for a chance of 2^-64.
    private static ulong Pattern(DepthColumn column, int rows)
    {
        var hash = 14695981039346656037UL;
        for (var row = 0; row < rows; row++)
        {
            hash = unchecked((hash ^ (column.Values.IsMissing(row) ? (ulong)row : ulong.MaxValue)) * 1099511628211UL);
        }

        return hash;
    }

    private static IEnumerable<Finding> WithTarget(DepthGround ground, DepthColumn[] columns)
    {
        var folds = PredictivePower.FoldsOf(ground.Known.Length, seed: 0);
        // Of columns with gaps in the same rows the first speaks for all.
        foreach (var column in columns.DistinctBy(column => Pattern(column, ground.Table.RowCount)))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            ushort[] gaps = [.. ground.Known.Select(row => (ushort)(column.Values.IsMissing(row) ? 0 : 1))];
            var power = PredictivePower.Of(new(column.Name, gaps, 2, IsOrdered: true, IsExact: true), ground.Outcome!, folds);
            if (power >= Some)
            {
                yield return new(
                    power >= Much ? FindingSeverity.Warning : FindingSeverity.Note,
                    "missing_related",
                    column.Name,
                    string.Create(CultureInfo.InvariantCulture, $"Whether '{column.Name}' has a value goes with '{ground.Target!.Name}': it alone tells {power:0.00#} of it on a scale from 0 to 1."),
                    "Keep the gap as a value of its own, and see whether it comes before the outcome or after.")
                { Measured = new Dictionary<string, double> { ["power"] = power } };
            }
        }
    }
}
