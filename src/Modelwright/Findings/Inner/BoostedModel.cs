using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>A fitted small model: trees whose answers are added up.</summary>
/// <param name="Outcome">The target it was fitted for; says what answers look like.</param>
/// <param name="Start">What scores begin with, an output.</param>
/// <param name="Trees">The trees of each output, in the order in which they were grown.</param>
internal sealed record BoostedModel(Outcome Outcome, double[] Start, IReadOnlyList<BinTree>[] Trees)
{
    /// <summary>Numbers a row that are answered: probabilities of the classes, or a rank.</summary>
    public int Width => Math.Max(1, Outcome.ClassCount);

    /// <summary>The scores of a row.</summary>
    /// <param name="columns">The columns the model was fitted on, in that order.</param>
    /// <param name="row">The row.</param>
    /// <param name="scores">Takes one an output.</param>
    public void Score(IReadOnlyList<BinnedColumn> columns, int row, Span<double> scores)
    {
        for (var output = 0; output < Start.Length; output++)
        {
            var score = Start[output];
            foreach (var tree in Trees[output])
            {
                score += tree.Answer(columns, row);
            }

            scores[output] = score;
        }
    }

    /// <summary>Probabilities of the classes, or the rank, for scores.</summary>
    public void Answer(ReadOnlySpan<double> scores, Span<double> answers)
    {
        if (!Outcome.IsClasses)
        {
            answers[0] = scores[0];
        }
        else if (scores.Length == 1)
        {
            var chance = 1 / (1 + Math.Exp(-scores[0]));
            (answers[0], answers[1]) = (1 - chance, chance);
        }
        else
        {
            Chances(scores, answers);
        }
    }

    /// <summary>The probabilities of more than two classes.</summary>
    public static void Chances(ReadOnlySpan<double> scores, Span<double> chances)
    {
        var (most, sum) = (double.NegativeInfinity, 0.0);
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        for (var output = 0; output < scores.Length; output++)
        {
            chances[output] = Math.Exp(scores[output] - most);
            sum += chances[output];
        }

        for (var output = 0; output < scores.Length; output++)
        {
            chances[output] /= sum;
        }
    }
}
