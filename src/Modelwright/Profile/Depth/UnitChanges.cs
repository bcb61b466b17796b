using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Depth;

/// <summary>
/// Numbers whose level jumps by a factor from one row on while their shape stays: prices that go on in cents, lengths in
/// inches. Before and after are compared as logarithms: apart they overlap hardly, moved over one another hardly differ.
/// </summary>
internal static class UnitChanges
{
    private const int Blocks = 40;
    private const int FewestRows = 100;
    private const double LeastFactor = 1.5;

    /// <summary>Rows on both sides of the border that must show the jump, and how much of it may be elsewhere.</summary>
    private const int Near = 50;
    private const double Drifted = 0.25;

    /// <summary>Largest distance of distribution functions after the move, and the least before it.</summary>
    private const double MostAfter = 0.12;
    private const double LeastBefore = 0.5;

    /// <summary>The findings.</summary>
    public static IEnumerable<Finding> Find(DepthGround ground)
    {
        foreach (var column in ground.Columns.Where(column => column is { Values: NumberColumn, Spec.Role: ColumnRole.Feature or ColumnRole.Target }))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            if (Change(column) is { } change)
            {
                yield return new(
                    FindingSeverity.Warning,
                    "unit_change",
                    column.Name,
                    string.Create(CultureInfo.InvariantCulture, $"From about row {(change.Row * ground.Stride) + 1} on '{column.Name}' is about {change.Factor:G3} times as large as before, and otherwise spread as before."),
                    "If the unit changed there, bring all values to one unit before training.")
                { Measured = new Dictionary<string, double> { ["row"] = change.Row * ground.Stride, ["factor"] = change.Factor } };
            }
        }
    }

    private static (int Row, double Factor)? Change(DepthColumn column)
    {
        int[] rows = [.. Enumerable.Range(0, column.Numbers.Length).Where(row => column.Numbers[row] > 0 && double.IsFinite(column.Numbers[row]))];
        if (rows.Length < FewestRows || rows.Length < 0.9 * column.Sorted.Length)
        {
            return null;
        }

        double[] logs = Array.ConvertAll(rows, row => Math.Log(column.Numbers[row]));
        var cut = Cut(logs);
        double[] before = [.. logs[..cut].Order()];
        double[] after = [.. logs[cut..].Order()];
        var jump = Spread.Quantile(after, 0.5) - Spread.Quantile(before, 0.5);
        return Math.Abs(jump) >= Math.Log(LeastFactor) && IsSteady(logs[..cut], jump) && IsSteady(logs[cut..], jump) && IsAbrupt(logs, cut, jump) && Distance(before, after, 0) >= LeastBefore && Distance(before, after, jump) <= MostAfter
            ? (rows[cut], Math.Exp(jump))
            : null;
    }

    // What rises slowly, as temperatures in spring, differs within each side too.
    private static bool IsSteady(double[] side, double jump) => Math.Abs(Middle(side[..(side.Length / 2)]) - Middle(side[(side.Length / 2)..])) <= Drifted * Math.Abs(jump);

    private static bool IsAbrupt(double[] logs, int cut, double jump)
    {
        var near = Math.Min(Near, Math.Min(cut, logs.Length - cut));
        return Math.Abs(Middle(logs[cut..(cut + near)]) - Middle(logs[(cut - near)..cut]) - jump) <= Drifted * Math.Abs(jump);
    }

    private static double Middle(double[] values) => Spread.Quantile([.. values.Order()], 0.5);

    // The border of blocks at which two means explain most.
    private static int Cut(double[] logs)
    {
        var (all, sum, best, place) = (logs.Sum(), 0.0, double.NegativeInfinity, 0);
        var step = Math.Max(1, logs.Length / Blocks);
        for (var row = 1; row < logs.Length; row++)
        {
            sum += logs[row - 1];
            if (row >= step && row <= logs.Length - step)
            {
                var gain = (sum * sum / row) + ((all - sum) * (all - sum) / (logs.Length - row));
                (best, place) = gain > best ? (gain, row) : (best, place);
            }
        }

        return place;
    }

    /// <summary>The largest distance of two distribution functions, the second moved down (Kolmogorov and Smirnov).</summary>
    private static double Distance(double[] one, double[] other, double moved)
    {
        var (left, right, most) = (0, 0, 0.0);
        while (left < one.Length && right < other.Length)
        {
            var value = Math.Min(one[left], other[right] - moved);
            while (left < one.Length && one[left] <= value + 1e-9)
            {
                left++;
            }

            while (right < other.Length && other[right] - moved <= value + 1e-9)
            {
                right++;
            }

            most = Math.Max(most, Math.Abs((left / (double)one.Length) - (right / (double)other.Length)));
        }

        return most;
    }
}
