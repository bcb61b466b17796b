using Modelwright.Core.Data;
using Modelwright.Findings.Leaks;
using Modelwright.Profile;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Findings;

/// <summary>
/// Looks for what makes figures too good to be true: copies of the target, columns or parts of columns that know it, orders,
/// twins and shared things that random folds put on both sides.
/// </summary>
public static class LeakSearch
{
    private const int FewestRows = 30;

    /// <summary>Looks for leaks in a table as a source gave it.</summary>
    /// <param name="raw">The rows.</param>
    /// <param name="profile">What <see cref="Profiler"/> found in them, with the target.</param>
    /// <param name="seed">Chance of the sample that is looked at.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>Findings, the most severe first; none without a target that can be learned, or with fewer than 30 rows. The same rows give the same findings.</returns>
    public static IReadOnlyList<Finding> Inspect(Table raw, DataProfile profile, int seed = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(profile);
        return Labelled(raw, profile) is var (rows, _) ? In(rows, seed, cancellation) : [];
    }

    /// <summary>The rows with a target, in the schema's types, and where they stand in the table; null where there is no target that can be learned.</summary>
    internal static (LabelledRows Rows, int[] Known)? Labelled(Table raw, DataProfile profile)
    {
        if (profile.Schema.Target is not { } target || profile.Task?.TargetType is null || profile.Findings.Any(finding => finding.Kind is "time_target" or "constant_target"))
        {
            return null;
        }

        var table = Admission.Admit(raw, profile.Schema, needsTarget: true).Table;
        var rows = new LabelledRows(profile.Task, profile.Schema, table) { Target = table[target.Name] };
        int[] known = [.. Enumerable.Range(0, table.RowCount).Where(row => !rows.Target!.IsMissing(row))];
        rows = known.Length == table.RowCount ? rows : rows.Take(known);
        return (rows with { Target = rows.Table[target.Name] }, known);
    }

    /// <summary>Looks for leaks in admitted rows, each with a target.</summary>
    internal static IReadOnlyList<Finding> In(LabelledRows rows, int seed, CancellationToken cancellation)
    {
        if (rows.Table.RowCount < FewestRows)
        {
            return [];
        }

        var ground = LeakGround.Draw(rows, seed, cancellation);
        var found = new List<Finding>();
        var accused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in LeakChecks.All)
        {
            foreach (var finding in check.Find(ground, accused).ToArray())
            {
                // The first proof of a column is the plainest; what comes after it says the same with more words.
                if (finding.Column is null || !found.Exists(earlier => earlier.Column == finding.Column && earlier.Severity >= finding.Severity))
                {
                    found.Add(finding);
                }
            }

            accused.UnionWith(found.Where(finding => finding.Severity == FindingSeverity.Severe).Select(finding => finding.Column).OfType<string>());
        }

        return [.. found.OrderByDescending(finding => finding.Severity)];
    }
}
