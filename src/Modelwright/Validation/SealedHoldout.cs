using Modelwright.Splits;
using Modelwright.Validation.Schemes;

namespace Modelwright.Validation;

/// <summary>The rows that are put away before the first choice and opened once, after the last.</summary>
internal static class SealedHoldout
{
    /// <summary>Under this many rows none are sealed unless a person says so: nested out-of-fold figures take its place.</summary>
    public const int FewestRows = 2_000;

    private const double ShareSealed = 0.2;
    private const int MostRows = 10_000;

    /// <summary>Parts rows into those for the search and those sealed.</summary>
    /// <param name="rows">All rows with a target.</param>
    /// <param name="seed">Chance of the parting.</param>
    /// <param name="scheme">Says whether rows are sealed, and how far the two parts keep apart in time.</param>
    /// <returns>Row numbers of both parts, ascending; the sealed part is empty where none are sealed.</returns>
    public static (int[] Development, int[] Sealed) Part(LabelledRows rows, int seed, ValidationScheme scheme)
    {
        var count = rows.Table.RowCount;
        if (!scheme.Seals(count))
        {
            return ([.. Enumerable.Range(0, count)], []);
        }

        var share = Math.Min(ShareSealed, (double)MostRows / count);
        var plan = scheme.WithDistances(new(SplitterChoice.HoldoutFor(rows.Schema).Info.Name, Folds: 1, share));
        var split = Partition.Make(plan, rows, Seeds.Mix(seed, -1)).Splits[0];
        return ([.. split.Training.Order()], [.. split.Test.Order()]);
    }
}
