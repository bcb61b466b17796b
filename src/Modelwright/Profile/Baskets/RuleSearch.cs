namespace Modelwright.Profile.Baskets;

/// <summary>Makes rules of frequent sets and keeps those that hold beyond chance, one a set.</summary>
/// <remarks>
/// Sources: Webb 2007, "Discovering significant patterns": a rule must be more than each that leaves one of its conditions out, by the exact
/// test of Fisher among the baskets with the others; Webb 2008, "Layered critical values": each size of rule may have an equal part of the
/// errors, shared by all rules of that size that the items could make, whether they were frequent or not. So the probability that any
/// rule at all is shown by chance is at most 5 %.
/// </remarks>
internal sealed class RuleSearch
{
    private const double MostErrors = 0.05;
    private const int MostRules = 100;

    private readonly BasketTable _table;
    private readonly HypergeometricTail _tail;
    private readonly Dictionary<ulong, int> _counts = [];
    private readonly double[] _levels = new double[FrequentSets.MostSize + 1];

    private RuleSearch(BasketTable table, FrequentSets sets)
    {
        _table = table;
        _tail = new(table.Count);
        foreach (var (items, count) in sets.All)
        {
            _counts[Key(items)] = count;
        }

        var ways = (double)table.Items.Length;
        for (var size = 2; size <= FrequentSets.MostSize; size++)
        {
            ways *= (table.Items.Length - size + 1) / (double)size;
            _levels[size] = MostErrors / (FrequentSets.MostSize - 1) / Math.Max(1, size * ways);
        }
    }

    /// <summary>The rules, those first that stand in the most baskets beyond what chance gives.</summary>
    public static IReadOnlyList<BasketRule> Of(BasketTable table, FrequentSets sets, CancellationToken cancellation)
    {
        var search = new RuleSearch(table, sets);
        var rules = new List<BasketRule>();
        foreach (var (items, count) in sets.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (search.Surest(items, count) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return [.. rules.OrderByDescending(rule => rule.Leverage).ThenBy(rule => rule.PValue).ThenBy(rule => string.Join('\n', rule.If.Append(rule.Then)), StringComparer.Ordinal).Take(MostRules)];
    }

    private BasketRule? Surest(int[] items, int count)
    {
        BasketRule? best = null;
        foreach (var then in items)
        {
            var chance = Chance(items, then, count);
            if (chance <= _levels[items.Length] && Rule(items, then, count, chance) is { Lift: > 1 } rule && (best is null || rule.Confidence > best.Confidence))
            {
                best = rule;
            }
        }

        return best;
    }

    /// <summary>The largest probability of so many baskets by chance, over all conditions that could be left out.</summary>
    private double Chance(int[] items, int then, int count)
    {
        var largest = 0.0;
        var conditions = CountWithout(items, then, -1);
        foreach (var left in items)
        {
            if (left != then)
            {
                largest = Math.Max(largest, _tail.AtLeast(CountWithout(items, then, left), CountWithout(items, left, -1), conditions, count));
            }
        }

        return largest;
    }

    private BasketRule Rule(int[] items, int then, int count, double chance)
    {
        double all = _table.Count;
        var (conditions, usual) = (CountWithout(items, then, -1), _table.Counts[then] / all);
        var confidence = count / (double)conditions;
        return new(
            [.. items.Where(item => item != then).Select(item => _table.Items[item])],
            _table.Items[then],
            count,
            count / all,
            confidence,
            confidence / usual,
            (count / all) - (conditions / all * usual),
            count == conditions ? double.PositiveInfinity : (1 - usual) / (1 - confidence),
            chance);
    }

    /// <summary>Baskets with all but one or two of some items; all baskets where none is left.</summary>
    private int CountWithout(int[] items, int one, int other)
    {
        int[] left = [.. items.Where(item => item != one && item != other)];
        return left.Length switch
        {
            0 => _table.Count,
            1 => _table.Counts[left[0]],
            _ => _counts[Key(left)],
        };
    }

    // Positions are below 400 and sets of at most four, so sixteen bits each are room enough.
    private static ulong Key(int[] items)
    {
        var key = 0UL;
        foreach (var item in items)
        {
            key = (key << 16) | (uint)(item + 1);
        }

        return key;
    }
}
