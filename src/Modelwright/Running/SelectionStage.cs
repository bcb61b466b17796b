using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Recording.Selecting;
using Modelwright.Search;
using Modelwright.Selection;
using Modelwright.Validation;
using Modelwright.Validation.Schemes;

namespace Modelwright.Running;

/// <summary>The choice of columns in a training run: made once, before the search, on rows that no figure comes from.</summary>
internal static class SelectionStage
{
    /// <summary>Share of the budget, and of what is left of it, that the choice may take.</summary>
    private const double BudgetShare = 0.12;
    private const double LeftShare = 0.25;

    /// <summary>What is chosen; null where all columns were asked for, or a finished plan decided already.</summary>
    /// <exception cref="OptionsException">There are too few rows to keep some from the choice.</exception>
    public static EvidenceSelection? Choose(Training told, Question question, LabelledRows rows, RunClock clock, ProgressVoice voice, CancellationToken stop)
    {
        if (question.Plan is not { Features: { } choice and not FeatureChoice.All, Decision: null })
        {
            return null;
        }

        SelectionFaults.Check(rows.Table.RowCount);
        voice.Say("features", 0, "Choosing columns.");
        var scheme = ValidationScheme.Of(question.Plan);
        var (development, _) = SealedHoldout.Part(rows, question.Plan.Seed, scheme);
        return ColumnSelector.Choose(new(choice, rows, development, scheme)
        {
            Seed = question.Plan.Seed,
            Threads = told.Threads,
            Seconds = clock.IsLimited && told.Trials is null ? told.Recorded("selection_seconds", Math.Min(BudgetShare * told.Limit!.Value.TotalSeconds, LeftShare * clock.Left)) : null,
            Wanted = Wanted(told, rows),
            Progress = share => voice.Say("features", 0.02 * share, "Comparing columns with noise."),
            Cancellation = stop,
        });
    }

    /// <summary>Columns that were left out.</summary>
    public static IReadOnlyList<string> LeftOut(EvidenceSelection? selection) => [.. selection?.Columns.Where(column => column.Decision != "kept").Select(column => column.Name) ?? []];

    // A person's word stands above what is measured.
    private static Dictionary<string, string> Wanted(Training told, LabelledRows rows)
    {
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in rows.Steps.Columns)
        {
            wanted[name] = "A step that you named uses it.";
        }

        foreach (var name in told.Roles.Where(role => role.Value == ColumnRole.Feature).Select(role => role.Key))
        {
            wanted[name] = "You named it as a feature.";
        }

        return wanted;
    }
}
