namespace Modelwright.Stress.Slices;

/// <summary>
/// Looks for slices of one and two conditions whose rows stand above the others, on one half of the rows. What it gives are
/// promises: how far they hold is for the other half to say.
/// </summary>
/// <param name="conditions">All conditions on single columns.</param>
/// <param name="searched">The rows that may be looked at.</param>
/// <param name="scores">What is compared.</param>
/// <remarks>
/// Chung and others 2019, "Slice Finder", and Sagadeeva &amp; Boehm 2021, "SliceLine", of which the bound on the number of rows and the
/// growing of pairs from the strongest single conditions come; the strength is Welch's statistic.
/// </remarks>
internal sealed class SliceSearch(IReadOnlyList<Condition> conditions, int[] searched, RowScores scores)
{
    /// <summary>Rows of the searched half that a slice has at least, and leaves at least.</summary>
    public const int FewestRows = 20;

    /// <summary>
    /// The share of rows that a slice has at most. Beyond it the test would rest on the few rows elsewhere, and among few rows it happens that none is
    /// answered wrong.
    /// </summary>
    private const double MostShare = 2.0 / 3;

    /// <summary>Slices of one condition that are handed on, and as many of two.</summary>
    private const int MostCandidates = 15;

    private const int MostInBeam = 48;
    private const int MostInBeamOfAColumn = 8;

    /// <summary>Standard errors by which a pair stands above the rest of each of its conditions; among hundreds of pairs chance alone gives about 3.</summary>
    private const double LeastStrengthOverRest = 3.5;

    /// <summary>Standard errors from which testing is worth the while.</summary>
    private const double LeastStrength = 2;

    /// <summary>Two slices are one where the rows of both are at least this share of the rows of either.</summary>
    private const double SameShare = 0.5;

    private readonly RowSums _all = RowSums.Of(scores, searched);

    /// <summary>The slices worth a test.</summary>
    /// <param name="cancellation">Asks to end.</param>
    public IEnumerable<CandidateSlice> Run(CancellationToken cancellation)
    {
        Found[] singles = [.. conditions.Select(condition => Single(condition, cancellation)).OfType<Found>()];
        Found[] beam = [.. Strongest(singles)
            .GroupBy(found => found.Slice.Conditions[0].Column)
            .SelectMany(group => group.Take(MostInBeamOfAColumn))
            .OrderByDescending(found => found.Slice.Strength)
            .Take(MostInBeam)];
        var pairs = beam.SelectMany(first => singles.Select(second => Pair(first, second, cancellation)).OfType<Found>());
        return Apart(singles).Concat(Apart(pairs));
    }

    private Found? Single(Condition condition, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int[] rows = [.. searched.Where(row => condition.Holds[row])];
        return Look([condition], rows);
    }

    private Found? Pair(Found first, Found second, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (one, other) = (first.Slice.Conditions[0], second.Slice.Conditions[0]);
        if (one.Column == other.Column || Math.Min(first.Rows.Length, second.Rows.Length) < FewestRows)
        {
            return null;
        }

        int[] rows = [.. first.Rows.Where(row => other.Holds[row])];
        return Look([one, other], rows) is { } found && IsMoreThan(found, first) && IsMoreThan(found, second) ? found : null;
    }

    private Found? Look(Condition[] held, int[] rows)
    {
        if (rows.Length < FewestRows || searched.Length - rows.Length < FewestRows)
        {
            return null;
        }

        var sums = RowSums.Of(scores, rows);
        var others = _all.Without(sums);
        return sums.Weight > 0 && others.Weight > 0 ? new(new(held, sums.StrengthOver(others)), rows, sums, rows.Length <= MostShare * searched.Length && sums.MattersOver(others)) : null;
    }

    /// <summary>Whether the second condition tells something: the rows of the pair stand above those where only the one holds.</summary>
    private static bool IsMoreThan(Found pair, Found single)
    {
        var rest = single.Sums.Without(pair.Sums);
        return rest.Rows >= FewestRows && rest.Weight > 0 && pair.Slice.Strength > single.Slice.Strength && pair.Sums.StrengthOver(rest) >= LeastStrengthOverRest;
    }

    private static IEnumerable<CandidateSlice> Apart(IEnumerable<Found> found)
    {
        var kept = new List<Found>();
        foreach (var one in Strongest(found.Where(one => one.Matters && one.Slice.Strength >= LeastStrength)))
        {
            if (kept.Count < MostCandidates && !kept.Any(other => IsSame(one, other)))
            {
                kept.Add(one);
            }
        }

        return kept.Select(one => one.Slice);
    }

    // Where rows decide nothing, the one that came first stands first, so that the order is the same every time.
    private static IOrderedEnumerable<Found> Strongest(IEnumerable<Found> found) => found.OrderByDescending(one => one.Slice.Strength).ThenByDescending(one => one.Rows.Length);

    private static bool IsSame(Found one, Found other)
    {
        var both = one.Rows.Count(other.Slice.Has);
        return both >= SameShare * (one.Rows.Length + other.Rows.Length - both);
    }

    // What may be part of a pair but is no slice by itself does not matter.
    private sealed record Found(CandidateSlice Slice, int[] Rows, RowSums Sums, bool Matters);
}
