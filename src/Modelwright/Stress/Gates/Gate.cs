using Modelwright.Core.Learning;

namespace Modelwright.Stress.Gates;

/// <summary>The bounds that a model must keep before it may go out; a file of them is written by <see cref="GateFile"/>.</summary>
/// <param name="Rules">The rules; a model passes where it keeps all.</param>
public sealed record Gate(IReadOnlyList<GateRule> Rules)
{
    private const double MostLost = 0.3;
    private const double WorstRatio = 3;
    private const double MostShortcut = 0.9;
    private const double MostTold = 0.75;
    private const double LeastImpact = 0.8;
    private const double MostApart = 0.1;

    /// <summary>The format of its document.</summary>
    public int Format { get; init; } = 1;

    private static readonly GateRule[] Rates =
    [
        new() { Figure = "fairness.disparate_impact", AtLeast = LeastImpact, Required = false },
        new() { Figure = "fairness.equal_opportunity", AtMost = MostApart, Required = false },
    ];

    private static readonly string[] Columns = ["missing_values", "noise", "unseen_levels", "swapped_levels", "typos", "letter_case", "white_space", "other_date_format"];

    /// <summary>
    /// What is asked where nobody says otherwise: a lead over a constant answer beyond doubt, no more than 30 % of it lost where a tenth of the
    /// cells of a single column goes wrong, rows of another shape refused or answered rightly, no group of rows of which the model does not know that
    /// they cost three times as much as others, no value and no column that decides alone, training rows that are not told from new ones in more than three pairs
    /// of four; and of two classes, groups of people that are selected by four fifths of one another and found equally often to a tenth, by columns
    /// that were declared sensitive.
    /// </summary>
    /// <param name="task">The task of the model; only classes have rates to compare.</param>
    public static Gate For(LearningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(
        [
            new() { Figure = "lead", AtLeast = 0, NeedsProof = true },
            .. Columns.Select(name => new GateRule { Figure = $"stress.{name}.column", AtMost = MostLost, Required = false }),
            new() { Figure = "schema.unsound", AtMost = 0 },
            new() { Figure = "slices.worst_loss_ratio", AtMost = WorstRatio, Required = false },
            new() { Figure = "backdoor.levels", AtMost = 0, Required = false },
            new() { Figure = "shortcut.share", AtMost = MostShortcut, Required = false },
            new() { Figure = "privacy.membership_auc", AtMost = MostTold, Required = false },
            .. task.AnswersClasses ? Rates : [],
        ]);
    }

    /// <summary>Judges figures.</summary>
    /// <param name="figures">What was measured.</param>
    /// <returns>One result a rule, in their order.</returns>
    public IReadOnlyList<GateResult> Judge(IReadOnlyList<GateFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return [.. Rules.Select(rule => rule.Judge(figures.FirstOrDefault(figure => figure.Name == rule.Figure)))];
    }
}
