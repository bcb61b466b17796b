using Modelwright.Splits;

namespace Modelwright.Validation;

/// <summary>The rows that are put away before the first choice and opened once, after the last.</summary>
internal static class SealedHoldout
{
    /// <summary>Under this many rows none are sealed: nested out-of-fold figures take its place.</summary>
    public const int FewestRows = 2_000;

    private const double ShareSealed = 0.2;
    private const int MostRows = 10_000;

    /// <summary>Parts rows into those for the search and those sealed.</summary>
    /// <param name="rows">All rows with a target.</param>
    /// <param name="seed">Chance of the parting.</param>
    /// <returns>Row numbers of both parts, ascending; the sealed part is empty under <see cref="FewestRows"/>.</returns>
    public static (int[] Development, int[] Sealed) Part(LabelledRows rows, int seed)
    {
        var count = rows.Table.RowCount;
        if (count < FewestRows)
        {
            return ([.. Enumerable.Range(0, count)], []);
        }

        var share = Math.Min(ShareSealed, (double)MostRows / count);
        var plan = new PartitionPlan(SplitterChoice.HoldoutFor(rows.Schema).Info.Name, Folds: 1, share);
        var split = Partition.Make(plan, rows, Seeds.Mix(seed, -1)).Splits[0];
        return ([.. split.Training.Order()], [.. split.Test.Order()]);
    }
}
