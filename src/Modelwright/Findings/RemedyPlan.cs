using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Profile;
using Modelwright.Recording;

namespace Modelwright.Findings;

/// <summary>A plan for training that holds the remedies of findings: roles and steps.</summary>
/// <param name="Plan">The plan; not run yet.</param>
/// <param name="Written">Findings whose remedy is in it.</param>
/// <param name="ByHand">Warnings and severe findings that a person must see to.</param>
public sealed record RemedyPlan(TrainingPlan Plan, IReadOnlyList<AppliedRemedy> Written, IReadOnlyList<Finding> ByHand)
{
    /// <summary>Writes remedies into a plan.</summary>
    /// <param name="profile">What was found; findings that were added by <see cref="DataProfile.With"/> count too.</param>
    /// <returns>The plan, and what a person must do.</returns>
    /// <exception cref="OptionsException">There is no target, so there is nothing to plan.</exception>
    public static RemedyPlan Of(DataProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Target is null || profile.Task is not { } task)
        {
            throw new OptionsException("A plan says what is to be predicted, and no target is named. Name the column with --target.");
        }

        var columns = profile.Schema.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var steps = new List<string>();
        var written = new List<AppliedRemedy>();
        var byHand = new List<Finding>();
        foreach (var finding in profile.Findings)
        {
            if (Remedy(finding, columns, steps) is { } change)
            {
                written.Add(new(finding, change));
            }
            else if (finding.Severity != FindingSeverity.Note)
            {
                byHand.Add(finding);
            }
        }

        var plan = new TrainingPlan
        {
            Task = task,
            Target = profile.Target,
            Metric = profile.Metric ?? "",
            Steps = steps.Count == 0 ? null : string.Join(',', steps),
            Columns = [.. profile.Schema.Columns.Select(column => columns[column.Name])],
        };
        return new(plan, written, byHand);
    }

    // What a plan can say against a finding; null where it can say nothing. A column that is no feature needs no remedy but its own.
    private static string? Remedy(Finding finding, Dictionary<string, ColumnSpec> columns, List<string> steps)
    {
        if (finding.Column is not { } name || !columns.TryGetValue(name, out var spec) || spec.Role != ColumnRole.Feature)
        {
            return null;
        }

        switch (finding)
        {
            case { Severity: FindingSeverity.Severe } or { Kind: "same_columns" or "near_unique" }:
                return Give(ColumnRole.Ignore);
            case { Kind: "near_id" }:
                return Give(ColumnRole.Id);
            case { Kind: "shared_entities" } when columns.Values.All(column => column.Role != ColumnRole.Group):
                return Give(ColumnRole.Group);
            case { Kind: "outliers", Severity: FindingSeverity.Warning }:
                steps.Add($"clip:{Quoted(name)}");
                return $"step {steps[^1]}";
            default:
                return null;
        }

        string Give(ColumnRole role)
        {
            columns[name] = spec with { Role = role };
            return $"role {role.ToString().ToLowerInvariant()}";
        }
    }

    // A name that could be taken for a sign of the list of steps stands in quotes there.
    private static string Quoted(string name) =>
        name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.') ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
