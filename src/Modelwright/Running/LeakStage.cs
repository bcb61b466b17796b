using Modelwright.Core.Data;
using Modelwright.Findings;
using Modelwright.Profile;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Leaks in a training run: looked for once, before the search.</summary>
internal static class LeakStage
{
    /// <summary>What is found in the rows of a run, and what is left out for it. A finished plan decided already.</summary>
    public static LeakDecision Decide(Training told, Question question, LabelledRows rows, ProgressVoice voice, CancellationToken stop)
    {
        if (question.Plan.Decision is not null)
        {
            return new([], []);
        }

        voice.Say("findings", 0, "Looking for leaks.");
        var found = told.Findings ?? LeakSearch.In(rows, question.Plan.Seed, stop);

        // A plan says what its columns are for; it is not asked again.
        var choice = told is { Plan: not null, Leaks: LeakChoice.Ask } ? LeakChoice.Keep : told.Leaks;
        var wanted = told.Roles.Where(role => role.Value == ColumnRole.Feature).Select(role => role.Key).ToHashSet(StringComparer.Ordinal);
        return LeakDecision.Of(found, choice, rows.Schema, wanted);
    }

    /// <summary>What a run would find, for a person to decide on before it starts.</summary>
    public static IReadOnlyList<Finding> Find(Training told, DataProfile profile, CancellationToken cancellation)
    {
        var memory = MemoryShare.Fit(TestRows.Apart(told).Training, told.Memory, told.Seed);
        var (question, rows, _, _) = Question.From(told, profile).Admit(memory);
        return question.Plan.Decision is null ? LeakSearch.In(rows, question.Plan.Seed, cancellation) : [];
    }
}
