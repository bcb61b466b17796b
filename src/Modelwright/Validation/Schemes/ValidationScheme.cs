using Modelwright.Core.Data;
using Modelwright.Recording;
using Modelwright.Splits;

namespace Modelwright.Validation.Schemes;

/// <summary>How a run is validated: whether rows are sealed, and how the others are parted for out-of-fold answers.</summary>
/// <param name="told">What was told.</param>
internal sealed class ValidationScheme(ValidationPlan told)
{
    public const string Auto = "auto";
    public const string Holdout = "holdout";
    public const string Nested = "nested";
    public const string Repeated = "repeated";
    public const string LeaveOneOut = "leave_one_out";
    public const string TimeForward = "time_forward";

    /// <summary>Folds where the scheme needs several and neither person nor budget says how many.</summary>
    private const int UsualFolds = 5;
    private const int UsualRepeats = 3;

    /// <summary>What may be asked for.</summary>
    public static IReadOnlyList<string> Words { get; } = [Auto, Holdout, Nested, Repeated, LeaveOneOut, TimeForward];

    /// <summary>What is told where nothing is told.</summary>
    public static ValidationScheme Usual { get; } = new(new());

    /// <summary>The scheme of a plan.</summary>
    public static ValidationScheme Of(TrainingPlan plan) => new(plan.Validation ?? new())
    {
        MustSeal = plan.Distill || plan.Features is FeatureChoice.Selected or FeatureChoice.Fewest,
        NeedsFolds = plan.Answering?.IsByFolds == true,
    };

    /// <summary>Whether rows are dealt to folds even where the budget would rather hold one part out.</summary>
    public bool NeedsFolds { get; init; }

    /// <summary>Whether columns are chosen first, or another model taught: then rows are sealed however few there are, as no other figure is honest.</summary>
    public bool MustSeal { get; init; }

    /// <summary>Whether rows are sealed.</summary>
    /// <param name="rows">How many there are.</param>
    public bool Seals(int rows) => told.Scheme switch
    {
        Auto => rows >= (MustSeal ? SchemeFaults.FewestSealed : SealedHoldout.FewestRows),
        Holdout => true,
        _ => false,
    };

    /// <summary>How rows are parted, from how they would be without the scheme.</summary>
    /// <param name="usual">By size and budget.</param>
    /// <param name="rows">The rows of the search.</param>
    /// <param name="folds">Number of folds that was told; null where none was.</param>
    public PartitionPlan Part(PartitionPlan usual, LabelledRows rows, int? folds)
    {
        var several = usual.Folds > 1 ? usual : new(SplitterChoice.For(rows.Schema, rows.Task).Info.Name, folds ?? UsualFolds, 0);
        return WithDistances(told.Scheme switch
        {
            Auto or Holdout => NeedsFolds ? several : usual,
            Repeated => several with { Splitter = $"repeated_{several.Splitter}", Folds = folds ?? UsualFolds, Repeats = told.Repeats ?? UsualRepeats },
            LeaveOneOut => several with { Splitter = HasGroups(rows) ? "leave_one_group_out" : "leave_one_out", Folds = SchemeFaults.Parts(rows) },
            _ => several,
        });
    }

    /// <summary>A partition with the gap and embargo that were told.</summary>
    public PartitionPlan WithDistances(PartitionPlan plan) => plan with { Gap = told.Gap, Embargo = told.Embargo };

    /// <summary>Whether a column keeps rows together.</summary>
    internal static bool HasGroups(LabelledRows rows) => rows.Schema.WithRole(ColumnRole.Group).Any();
}
