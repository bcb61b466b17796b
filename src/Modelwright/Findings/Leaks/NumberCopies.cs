using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Number columns that are the target, or that rise or fall with it without one exception.</summary>
internal sealed class NumberCopies : ILeakCheck
{
    private const int FewestValues = 20;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        if (ground.Rows.Target is not NumberColumn target || ground.Outcome.IsClasses)
        {
            yield break;
        }

        double[] wanted = Binning.Values(target);
        double[] sampled = Binning.Values((NumberColumn)target.Take(ground.Sample));
        foreach (var column in ground.Columns)
        {
            ground.Cancellation.ThrowIfCancellationRequested();

            // What the sample does not suggest need not be looked for in all rows.
            if (column.Sampled is NumberColumn some && IsSuspect(Binning.Values(some), sampled) && OfColumn(ground, column, Binning.Values((NumberColumn)column.Whole), wanted) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static bool IsSuspect(double[] values, double[] wanted) => values.AsSpan().SequenceEqual(wanted) || Direction(values, wanted) is not null;

    private static Finding? OfColumn(LeakGround ground, GroundColumn column, double[] values, double[] wanted)
    {
        if (values.AsSpan().SequenceEqual(wanted))
        {
            return Severe(LeakKinds.Copy, column, $"'{column.Name}' is the target: it equals '{ground.Target}' in all {wanted.Length} rows.", wanted.Length);
        }

        return Direction(values, wanted) is { } direction
            ? Severe(LeakKinds.Function, column, $"'{column.Name}' is a function of the target: it {(direction > 0 ? "rises" : "falls")} with '{ground.Target}' in all {wanted.Length} rows without one exception, and is equal where the target is equal.", wanted.Length)
            : null;
    }

    private static Finding Severe(string kind, GroundColumn column, string text, int rows) =>
        new(FindingSeverity.Severe, kind, column.Name, text, Said.Remedy) { Measured = new Dictionary<string, double> { ["rows"] = rows } };

    // 1 where both rise together, -1 where one falls as the other rises; null where one row does neither.
    private static int? Direction(double[] values, double[] wanted)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Length)];
        Array.Sort((double[])wanted.Clone(), order);
        var (direction, changes) = (0, 0);
        for (var place = 1; place < order.Length; place++)
        {
            var (before, now) = (values[order[place - 1]], values[order[place]]);
            var isChange = wanted[order[place]] != wanted[order[place - 1]];
            if (double.IsNaN(before) || double.IsNaN(now) || isChange == (now == before))
            {
                return null;
            }

            var step = Math.Sign(now - before);
            if (isChange && direction != 0 && step != direction)
            {
                return null;
            }

            direction = isChange ? step : direction;
            changes += isChange ? 1 : 0;
        }

        return changes >= FewestValues ? direction : null;
    }
}
