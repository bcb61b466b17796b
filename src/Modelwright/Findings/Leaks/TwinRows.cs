using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Rows that equal others in all that a model sees and in the target: random folds put a row into training and its twin into validation.</summary>
internal sealed class TwinRows : ILeakCheck
{
    private const int Folds = 5;
    private const double Much = 0.01;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        var rows = ground.Rows;
        Column[] seen = [.. ground.Columns.Select(column => column.Whole)];
        if (seen.Length == 0 || rows.Schema.WithRole(ColumnRole.Group).Any())
        {
            yield break;
        }

        var hashes = RowHash.Of([.. seen, rows.Target!], ground.Counted);
        var sizes = Sizes(hashes);
        if (sizes.Count == 0)
        {
            yield break;
        }

        long copies = sizes.Sum(size => (long)size - 1);
        var share = copies / (double)hashes.Length;

        // All twins of a row fall into its own fold with the chance (1/K)^(twins).
        var split = sizes.Sum(size => size * (1 - Math.Pow(1.0 / Folds, size - 1)));
        yield return new(
            share >= Much ? FindingSeverity.Warning : FindingSeverity.Note,
            "twin_rows",
            null,
            FormattableString.Invariant($"{copies} of {(hashes.Length < rows.Table.RowCount ? "the first " : "")}{hashes.Length} rows ({Said.Percent(share)}) equal an earlier row in every column that a model sees and in '{ground.Target}': in {Folds} random folds about {split:0} rows are answered by a model that has seen their twin."),
            "If rows were copied, remove them; if they are of one thing, name what they belong to with --group.")
        {
            // Rows that are equal in every column are so in those that a model sees.
            InPlaceOf = DataFindings.Duplicates,
            Measured = new Dictionary<string, double> { ["rows"] = copies, ["across_folds"] = Math.Round(split, 1) },
        };
    }

    // How many rows are equal, for each kind of row that comes more than once.
    private static List<int> Sizes(ulong[] hashes)
    {
        var sorted = (ulong[])hashes.Clone();
        Array.Sort(sorted);
        var sizes = new List<int>();
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                sizes.Add(end - start);
            }

            start = end;
        }

        return sizes;
    }
}
