using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>Rows to boost on, and the derivatives of their loss: log loss for classes, squares of ranks for numbers.</summary>
/// <param name="Outcome">The target of all rows.</param>
/// <param name="Training">The rows to learn from.</param>
internal sealed record BoostingGround(Outcome Outcome, int[] Training)
{
    private const double LeastCurvature = 1e-6;

    /// <summary>How much each of all rows counts, about 1 in the mean; null means one each.</summary>
    public double[]? Weights { get; init; }

    /// <summary>The score that fits best where nothing is known of a row.</summary>
    public double Start(int output)
    {
        if (!Outcome.IsClasses)
        {
            // Where no row counts, the middle of the ranks is as good a guess as any.
            return Training.Sum(WeightOf) is > 0 and var sum ? Training.Sum(row => WeightOf(row) * Outcome.Ranks[row]) / sum : 0.5;
        }

        var wanted = Outcome.ClassCount == 2 ? 1 : output;
        var share = (Training.Where(row => Outcome.Classes[row] == wanted).Sum(WeightOf) + 0.5) / (Training.Sum(WeightOf) + 1.0);
        return Outcome.ClassCount == 2 ? Math.Log(share / (1 - share)) : Math.Log(share);
    }

    /// <summary>The derivatives of the loss at scores.</summary>
    public void Derive(double[][] scores, double[][] gradients, double[][] curvatures)
    {
        Span<double> chances = stackalloc double[scores.Length];
        Span<double> own = stackalloc double[scores.Length];
        foreach (var row in Training)
        {
            var weight = WeightOf(row);
            if (!Outcome.IsClasses)
            {
                (gradients[0][row], curvatures[0][row]) = (weight * (scores[0][row] - Outcome.Ranks[row]), weight);
                continue;
            }

            Chances(scores, row, own, chances);
            for (var output = 0; output < scores.Length; output++)
            {
                var wanted = scores.Length == 1 ? 1 : output;
                gradients[output][row] = weight * (chances[output] - (Outcome.Classes[row] == wanted ? 1 : 0));
                curvatures[output][row] = weight * Math.Max(LeastCurvature, chances[output] * (1 - chances[output]));
            }
        }
    }

    private double WeightOf(int row) => Weights?[row] ?? 1;

    private static void Chances(double[][] scores, int row, Span<double> own, Span<double> chances)
    {
        if (scores.Length == 1)
        {
            chances[0] = 1 / (1 + Math.Exp(-scores[0][row]));
            return;
        }

        for (var output = 0; output < scores.Length; output++)
        {
            own[output] = scores[output][row];
        }

        BoostedModel.Chances(own, chances);
    }
}
