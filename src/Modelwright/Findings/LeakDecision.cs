using Modelwright.Core.Data;
using Modelwright.Profile;

namespace Modelwright.Findings;

/// <summary>What was found, and what is done about it.</summary>
/// <param name="Findings">The findings with their choices, the most severe first.</param>
/// <param name="Dropped">Columns that are left out of training.</param>
internal sealed record LeakDecision(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Dropped)
{
    private const string Drop = "drop";
    private const string Keep = "keep";

    /// <summary>Decides where nothing was decided yet.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="choice">What to do with columns of severe findings.</param>
    /// <param name="schema">The columns; where nothing would be left to learn from, all stay.</param>
    /// <param name="wanted">Columns that a person named as features: they stay.</param>
    public static LeakDecision Of(IReadOnlyList<Finding> found, LeakChoice choice, Schema schema, IReadOnlySet<string> wanted)
    {
        Finding[] decided = [.. found.Select(finding => IsChoice(finding) ? finding with { Choice = finding.Choice ?? (Drops(finding, choice, wanted) ? Drop : Keep) } : finding)];
        string[] dropped = [.. decided.Where(finding => finding.Choice == Drop).Select(finding => finding.Column!).Distinct(StringComparer.Ordinal)];
        return schema.Features.Any(feature => !dropped.Contains(feature.Name))
            ? new(decided, dropped)
            : new([.. decided.Select(finding => finding.Choice == Drop ? finding with { Choice = Keep } : finding)], []);
    }

    /// <summary>Whether there is something to choose: a severe finding about a column.</summary>
    public static bool IsChoice(Finding finding) => finding is { Severity: FindingSeverity.Severe, Column: not null };

    private static bool Drops(Finding finding, LeakChoice choice, IReadOnlySet<string> wanted) =>
        !wanted.Contains(finding.Column!) && (choice == LeakChoice.Drop || (choice == LeakChoice.Ask && finding.Kind == LeakKinds.Copy));
}
