using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>Two number columns of which the target is the sum, the difference, the product or the quotient.</summary>
internal sealed class TargetParts : ILeakCheck
{
    private const int MostColumns = 60;
    private const int FewestValues = 20;
    private const double Tolerance = 1e-6;
    private static readonly (string Sign, Func<double, double, double> Of)[] Sums = [("+", (one, other) => one + other), ("-", (one, other) => one - other), ("*", (one, other) => one * other), ("/", (one, other) => one / other)];

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(LeakGround ground, IReadOnlySet<string> accused)
    {
        if (ground.Rows.Target is not NumberColumn target || ground.Outcome.IsClasses || ground.Outcome.Ranks.Distinct().Count() < FewestValues)
        {
            yield break;
        }

        var wanted = Binning.Values((NumberColumn)target.Take(ground.Sample));
        (GroundColumn Column, double[] Values)[] columns = [.. ground.Columns.Where(column => column.Whole is NumberColumn && !accused.Contains(column.Name)).OrderByDescending(column => column.Power).Take(MostColumns).Select(column => (column, Binning.Values((NumberColumn)column.Sampled)))];
        foreach (var one in columns)
        {
            ground.Cancellation.ThrowIfCancellationRequested();
            foreach (var other in columns.Where(other => other.Column != one.Column))
            {
                // A sum and a product are the same both ways.
                foreach (var (sign, of) in Sums.Where(sum => sum.Sign is "-" or "/" || string.CompareOrdinal(one.Column.Name, other.Column.Name) < 0))
                {
                    if (Fits(wanted, one.Values, other.Values, of) && Fits(Binning.Values(target), Whole(one.Column), Whole(other.Column), of))
                    {
                        yield return Part(ground, one.Column.Name, $"'{one.Column.Name}' {sign} '{other.Column.Name}'");
                        yield return Part(ground, other.Column.Name, $"'{one.Column.Name}' {sign} '{other.Column.Name}'");
                    }
                }
            }
        }
    }

    private static double[] Whole(GroundColumn column) => Binning.Values((NumberColumn)column.Whole);

    private static Finding Part(LeakGround ground, string column, string sum) => new(
        FindingSeverity.Severe,
        "target_part",
        column,
        $"'{column}' is a part of the target: '{ground.Target}' = {sum} in all {ground.Rows.Table.RowCount} rows.",
        Said.Remedy) { Measured = new Dictionary<string, double> { ["rows"] = ground.Rows.Table.RowCount } };

    private static bool Fits(double[] wanted, double[] one, double[] other, Func<double, double, double> sum)
    {
        // Zeros fit by themselves; they must not be all there is.
        var moved = 0;
        for (var row = 0; row < wanted.Length; row++)
        {
            if (!(Math.Abs(sum(one[row], other[row]) - wanted[row]) <= Tolerance * Math.Max(Math.Abs(wanted[row]), Tolerance)))
            {
                return false;
            }

            moved += one[row] != wanted[row] && other[row] != wanted[row] ? 1 : 0;
        }

        return moved >= wanted.Length / 10;
    }
}
