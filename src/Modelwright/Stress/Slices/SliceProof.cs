namespace Modelwright.Stress.Slices;

/// <summary>Proves slices on the half of the rows that the search has not seen.</summary>
/// <param name="tested">Those rows.</param>
/// <param name="groups">One number a row of all, the same for rows that belong together; null means none do.</param>
internal sealed class SliceProof(int[] tested, int[]? groups)
{
    /// <summary>Rows of a slice among those tested, or of the rest of a slice, from which anything is said.</summary>
    private const int FewestRows = 15;

    /// <summary>The chance below which a second condition tells something, and below which a slice is not only the shadow of another.</summary>
    private const double MostChance = 0.01;

    /// <summary>The share of its rows that a slice has to itself at least.</summary>
    private const double LeastOwnShare = 0.5;

    /// <summary>Tests one slice; null where it has too few rows here.</summary>
    public TestedSlice? Test(CandidateSlice slice, RowScores scores)
    {
        var sides = tested.ToLookup(slice.Has);
        int[] inside = [.. sides[true]];
        int[] outside = [.. sides[false]];
        if (inside.Length < FewestRows || outside.Length < FewestRows)
        {
            return null;
        }

        var (within, beyond) = (Mean(scores, inside), Mean(scores, outside));
        return new(slice, scores, within, beyond, within.ChanceOfMore(beyond), Matters(scores, within, beyond, outside) && EachTells(slice, scores, within));
    }

    /// <summary>
    /// Leaves out what is only the shadow of stronger slices: the same columns with other bounds, most of whose rows are theirs, or whose other rows are not worse
    /// than rows elsewhere.
    /// </summary>
    /// <param name="slices">Slices of which each is a discovery by itself.</param>
    /// <param name="covered">One a row of all: whether a slice that was kept has it; marked by this.</param>
    public List<TestedSlice> Apart(IEnumerable<TestedSlice> slices, bool[] covered)
    {
        var kept = new List<TestedSlice>();
        foreach (var slice in slices.OrderByDescending(one => one.Strength))
        {
            if (kept.Exists(other => AreOfSameColumns(slice.Slice, other.Slice) && tested.Any(row => slice.Slice.Has(row) && other.Slice.Has(row))) || !HasRowsOfItsOwn(slice, covered))
            {
                continue;
            }

            kept.Add(slice);
            foreach (var row in tested)
            {
                covered[row] |= slice.Slice.Has(row);
            }
        }

        return kept;
    }

    private static bool AreOfSameColumns(CandidateSlice one, CandidateSlice other) =>
        one.Conditions.Select(condition => condition.Column).Order(StringComparer.Ordinal).SequenceEqual(other.Conditions.Select(condition => condition.Column).Order(StringComparer.Ordinal));

    private bool HasRowsOfItsOwn(TestedSlice slice, bool[] covered)
    {
        var sides = tested.Where(row => !covered[row]).ToLookup(slice.Slice.Has);
        int[] own = [.. sides[true]];
        int[] others = [.. sides[false]];
        if (own.Length < FewestRows || others.Length < FewestRows || own.Length < LeastOwnShare * tested.Count(slice.Slice.Has))
        {
            return false;
        }

        var (within, beyond) = (Mean(slice.Scores, own), Mean(slice.Scores, others));
        return within.ChanceOfMore(beyond) <= MostChance && Matters(slice.Scores, within, beyond, others);
    }

    private bool Matters(RowScores scores, DrawnMean inside, DrawnMean outside, int[] others) => RowScores.Matters(
        inside.Value - outside.Value,
        Math.Sqrt(((inside.Deviation * inside.Deviation) + (outside.Deviation * outside.Deviation)) / 2),
        DrawnMean.Of(scores.Losses, others, scores.Weights, groups).Value);

    private bool EachTells(CandidateSlice slice, RowScores scores, DrawnMean inside) => slice.Conditions.Count == 1
        || slice.Conditions.All(condition => tested.Where(row => condition.Holds[row] && !slice.Has(row)).ToArray() is { Length: >= FewestRows } rest && inside.ChanceOfMore(Mean(scores, rest)) <= MostChance);

    private DrawnMean Mean(RowScores scores, int[] rows) => DrawnMean.Of(scores.Figures, rows, scores.Weights, groups);
}
