using Modelwright.Core.Learning;

namespace Modelwright.Stress.Gates;

/// <summary>The bounds that a model must keep before it may go out; a file of them is written by <see cref="GateFile"/>.</summary>
/// <param name="Rules">The rules; a model passes where it keeps all.</param>
public sealed record Gate(IReadOnlyList<GateRule> Rules)
{
    private const double MostLost = 0.3;

    /// <summary>The format of its document.</summary>
    public int Format { get; init; } = 1;

    private static readonly string[] Columns = ["missing_values", "noise", "unseen_levels", "swapped_levels", "typos", "letter_case", "white_space", "other_date_format"];

    /// <summary>
    /// What is asked where nobody says otherwise: a lead over a constant answer beyond doubt, no more than 30 % of it lost where a tenth of the
    /// cells of a single column goes wrong, and rows of another shape refused or answered rightly.
    /// </summary>
    /// <param name="task">The task of the model.</param>
    public static Gate For(LearningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(
        [
            new() { Figure = "lead", AtLeast = 0, NeedsProof = true },
            .. Columns.Select(name => new GateRule { Figure = $"stress.{name}.column", AtMost = MostLost, Required = false }),
            new() { Figure = "schema.unsound", AtMost = 0 },
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
