using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>
/// Times from which on (or up to which) nearly all rows have one outcome, while the others are mixed: what was collected then
/// was collected because of its outcome.
/// </summary>
internal sealed class LateTimes : ILeakCheck
{
    private const int FewestRows = 30;
    private const double FewestShare = 0.01;
    private const double Pure = 0.9;

    /// <summary>Odds of the outcome within against outside.</summary>
    private const double LeastOddsRatio = 10;

    /// <summary>Share of the outcome outside up to which the others are mixed.</summary>
    private const double MostOutside = 0.75;

    /// <summary>Variance of ranks within against that of all, up to which numbers count as one.</summary>
    private const double SameNumber = 0.01;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        foreach (var column in ground.Columns.Concat(ground.WithRole(ColumnRole.Time)).Where(column => column.Whole is TimeColumn && !accused.Contains(column.Name)))
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            double[] times = Binning.Values((TimeColumn)column.Sampled);
            int[] order = [.. Enumerable.Range(0, times.Length).Where(row => !double.IsNaN(times[row])).OrderBy(row => times[row])];
            int[] back = [.. order.Reverse()];
            var found = (ground.Outcome.IsClasses ? null : OfNumbers(ground, column, times, order, isTail: true) ?? OfNumbers(ground, column, times, back, isTail: false))
                ?? OfClasses(ground, column, times, order, isTail: true) ?? OfClasses(ground, column, times, back, isTail: false);
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private static Finding? OfClasses(LeakGround ground, GroundColumn column, double[] times, int[] order, bool isTail)
    {
        var classes = ground.Parts.Classes;
        var all = new int[ground.Parts.ClassCount];
        foreach (var row in order)
        {
            all[classes[row]]++;
        }

        var inside = new int[all.Length];
        var (best, bestPlace, bestClass) = (0.0, -1, 0);
        for (var place = order.Length - 1; place > 0; place--)
        {
            var seen = classes[order[place]];
            inside[seen]++;
            var count = order.Length - place;
            if (times[order[place]] == times[order[place - 1]] || count < Math.Max(FewestRows, FewestShare * order.Length) || count > order.Length / 2)
            {
                continue;
            }

            for (var wanted = 0; wanted < all.Length; wanted++)
            {
                var gain = Gain(inside[wanted], count, all[wanted] - inside[wanted], order.Length - count);
                if (gain > best && IsOne(inside[wanted], count, all[wanted], order.Length))
                {
                    (best, bestPlace, bestClass) = (gain, place, wanted);
                }
            }
        }

        return bestPlace < 0 ? null : Describe(ground, column, order, bestPlace, bestClass, isTail);
    }

    private static bool IsOne(int within, int count, int all, int rows)
    {
        var (share, outside) = ((within + 0.5) / (count + 1.0), (all - within + 0.5) / (rows - count + 1.0));
        return within >= Pure * count && outside <= MostOutside && share / (1 - share) >= LeastOddsRatio * outside / (1 - outside);
    }

    // Twice the log likelihood that two shares explain more than one.
    private static double Gain(int within, int count, int outside, int rest) =>
        Entropy(within + outside, count + rest) - Entropy(within, count) - Entropy(outside, rest);

    private static double Entropy(int part, int all) => -(Term(part, all) + Term(all - part, all));

    private static double Term(int part, int all) => part == 0 ? 0 : part * Math.Log((double)part / all);

    private static Finding Describe(LeakGround ground, GroundColumn column, int[] order, int place, int wanted, bool isTail)
    {
        var classes = ground.Parts.Classes;
        var count = order.Length - place;
        var within = order.Skip(place).Count(row => classes[row] == wanted);
        var outside = order.Take(place).Count(row => classes[row] == wanted) / (double)place;
        var edge = column.Sampled.Format(order[place]);
        return new(
            // Numbers may well rise over time until all are high; classes do not turn into one.
            ground.Outcome.IsClasses ? FindingSeverity.Severe : FindingSeverity.Warning,
            "late_times",
            column.Name,
            $"Of the {count} rows with '{column.Name}' {(isTail ? "from" : "up to")} {edge}{(isTail ? " on" : "")}, {within} ({Said.Percent(within / (double)count)}) have {ground.Say(wanted)}; of the others {Said.Percent(outside)}. {(ground.Outcome.IsClasses ? "Such rows were collected because of their outcome." : "They may have been collected because of it.")}",
            $"Take the rows {(isTail ? "from" : "up to")} {edge}{(isTail ? " on" : "")} out of the data, and leave '{column.Name}' out (--ignore, or --leaks drop).")
        { Measured = new Dictionary<string, double> { ["rows"] = count, ["with_class"] = within, ["share_outside"] = outside } };
    }

    private static Finding? OfNumbers(LeakGround ground, GroundColumn column, double[] times, int[] order, bool isTail)
    {
        var ranks = ground.Outcome.Ranks;
        var (sum, squares, bestPlace) = (0.0, 0.0, -1);
        var all = Variance(ranks);
        for (var place = order.Length - 1; place > order.Length / 2; place--)
        {
            sum += ranks[order[place]];
            squares += ranks[order[place]] * ranks[order[place]];
            var count = order.Length - place;
            var variance = (squares / count) - (sum / count * (sum / count));
            var isEdge = times[order[place]] != times[order[place - 1]];
            bestPlace = isEdge && count >= Math.Max(FewestRows, FewestShare * order.Length) && variance <= SameNumber * all ? place : bestPlace;
        }

        if (bestPlace < 0)
        {
            return null;
        }

        var edge = column.Sampled.Format(order[bestPlace]);
        return new(
            FindingSeverity.Severe,
            "late_times",
            column.Name,
            $"The {order.Length - bestPlace} rows with '{column.Name}' {(isTail ? "from" : "up to")} {edge}{(isTail ? " on" : "")} have nearly the same '{ground.Target}', the others have not. Such rows were collected because of their outcome, or have none yet.",
            $"Take these rows out of the data, and leave '{column.Name}' out (--ignore, or --leaks drop).")
        { Measured = new Dictionary<string, double> { ["rows"] = order.Length - bestPlace } };
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
