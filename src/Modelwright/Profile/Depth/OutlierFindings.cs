using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Depth;

/// <summary>Few values far outside of the rest. Source: Tukey 1977, the far fences, here at six times the distance of the quartiles instead of three.</summary>
internal static class OutlierFindings
{
    private const double Fence = 6;
    private const double MostShare = 0.01;
    private const double VeryFar = 100;

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Find(DepthGround ground)
    {
        foreach (var column in ground.Columns.Where(column => column is { Values: NumberColumn, Spec.Role: ColumnRole.Feature or ColumnRole.Target or ColumnRole.Weight }))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            if (Bounds(column.Sorted) is not { Count: > 0 } bounds || bounds.Count > MostShare * column.Sorted.Length)
            {
                continue;
            }

            var furthest = Array.FindIndex(column.Numbers, value => value == bounds.Furthest);
            var isFar = bounds.Distance >= VeryFar;
            yield return new(
                isFar ? FindingSeverity.Warning : FindingSeverity.Note,
                "outliers",
                column.Name,
                string.Create(CultureInfo.InvariantCulture, $"'{column.Name}' holds {bounds.Count} of {column.Sorted.Length} values beyond {bounds.Lower:G4} … {bounds.Upper:G4}; the furthest is {bounds.Furthest:G6} in row {(furthest * ground.Stride) + 1}."),
                $"See whether they are mistakes; if not, --steps clip:{column.Name} keeps them from weighing too much.")
            { Measured = new Dictionary<string, double> { ["count"] = bounds.Count, ["lower"] = bounds.Lower, ["upper"] = bounds.Upper, ["furthest"] = bounds.Furthest } };
        }
    }

    /// <summary>The fences and what lies beyond; null where the middle half has one value, so that there is no measure of far.</summary>
    public static (double Lower, double Upper, int Count, double Furthest, double Distance)? Bounds(double[] sorted)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        var (first, third) = (Spread.Quantile(sorted, 0.25), Spread.Quantile(sorted, 0.75));
        var width = third - first;
        if (!(width > 0) || !double.IsFinite(width))
        {
            return null;
        }

        var (lower, upper) = (first - (Fence * width), third + (Fence * width));
        var count = sorted.Count(value => value < lower || value > upper);
        var furthest = first - sorted[0] > sorted[^1] - third ? sorted[0] : sorted[^1];
        return (lower, upper, count, furthest, Math.Max(first - furthest, furthest - third) / width);
    }
}
