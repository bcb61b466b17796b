using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>
/// A small model of all columns together, for findings alone: gradient boosting of shallow trees on bins, answered out of
/// fold. It says what columns can tell jointly, in a fraction of a second, without a learner of the catalog.
/// Source: Friedman 2001, "Greedy function approximation", with the second-order gain of Chen and Guestrin 2016.
/// </summary>
internal static class BoostedBins
{
    private const double LearningRate = 0.2;

    /// <summary>Answers of rows by models that have not seen them.</summary>
    /// <param name="columns">The columns in bins.</param>
    /// <param name="outcome">The target of the same rows.</param>
    /// <param name="folds">A fold a row, from 0.</param>
    /// <param name="rounds">Trees an output.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>Probabilities [rows x classes], or ranks [rows].</returns>
    public static double[] OutOfFold(IReadOnlyList<BinnedColumn> columns, Outcome outcome, byte[] folds, int rounds, CancellationToken cancellation)
    {
        var answers = new double[outcome.RowCount * Math.Max(1, outcome.ClassCount)];
        for (byte fold = 0; fold <= folds.Max(); fold++)
        {
            int[] training = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)];
            var scores = Fit(columns, outcome, training, rounds, cancellation);
            for (var row = 0; row < folds.Length; row++)
            {
                if (folds[row] == fold)
                {
                    Answer(scores, outcome, row, answers);
                }
            }
        }

        return answers;
    }

    /// <summary>Numbers that are boosted a row: one for numbers and for two classes, else one a class.</summary>
    private static int OutputsOf(Outcome outcome) => outcome.ClassCount > 2 ? outcome.ClassCount : 1;

    // Scores of all rows: trees are grown on the training rows and answer all, so nothing of them need be kept.
    private static double[][] Fit(IReadOnlyList<BinnedColumn> columns, Outcome outcome, int[] training, int rounds, CancellationToken cancellation)
    {
        var (rows, outputs) = (outcome.RowCount, OutputsOf(outcome));
        var scores = new double[outputs][];
        for (var output = 0; output < outputs; output++)
        {
            scores[output] = new double[rows];
            Array.Fill(scores[output], Start(outcome, training, output));
        }

        var (gradients, curvatures) = (new double[outputs][], new double[outputs][]);
        for (var output = 0; output < outputs; output++)
        {
            (gradients[output], curvatures[output]) = (new double[rows], new double[rows]);
        }

        for (var round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            Gradients(scores, outcome, training, gradients, curvatures);
            for (var output = 0; output < outputs; output++)
            {
                ShallowTree.Add(columns, training, gradients[output], curvatures[output], LearningRate, scores[output]);
            }
        }

        return scores;
    }

    private static double Start(Outcome outcome, int[] training, int output)
    {
        if (!outcome.IsClasses)
        {
            return training.Average(row => outcome.Ranks[row]);
        }

        var wanted = outcome.ClassCount == 2 ? 1 : output;
        var share = (training.Count(row => outcome.Classes[row] == wanted) + 0.5) / (training.Length + 1.0);
        return outcome.ClassCount == 2 ? Math.Log(share / (1 - share)) : Math.Log(share);
    }

    private static void Gradients(double[][] scores, Outcome outcome, int[] training, double[][] gradients, double[][] curvatures)
    {
        Span<double> chances = stackalloc double[scores.Length];
        foreach (var row in training)
        {
            if (!outcome.IsClasses)
            {
                (gradients[0][row], curvatures[0][row]) = (scores[0][row] - outcome.Ranks[row], 1);
                continue;
            }

            Chances(scores, row, chances);
            for (var output = 0; output < scores.Length; output++)
            {
                var wanted = scores.Length == 1 ? 1 : output;
                gradients[output][row] = chances[output] - (outcome.Classes[row] == wanted ? 1 : 0);
                curvatures[output][row] = Math.Max(1e-6, chances[output] * (1 - chances[output]));
            }
        }
    }

    private static void Answer(double[][] scores, Outcome outcome, int row, double[] answers)
    {
        if (!outcome.IsClasses)
        {
            answers[row] = scores[0][row];
            return;
        }

        Span<double> chances = stackalloc double[scores.Length];
        Chances(scores, row, chances);
        if (scores.Length == 1)
        {
            (answers[row * 2], answers[(row * 2) + 1]) = (1 - chances[0], chances[0]);
            return;
        }

        chances.CopyTo(answers.AsSpan(row * scores.Length));
    }

    private static void Chances(double[][] scores, int row, Span<double> chances)
    {
        if (scores.Length == 1)
        {
            chances[0] = 1 / (1 + Math.Exp(-scores[0][row]));
            return;
        }

        var (most, sum) = (double.NegativeInfinity, 0.0);
        foreach (var score in scores)
        {
            most = Math.Max(most, score[row]);
        }

        for (var output = 0; output < scores.Length; output++)
        {
            chances[output] = Math.Exp(scores[output][row] - most);
            sum += chances[output];
        }

        for (var output = 0; output < scores.Length; output++)
        {
            chances[output] /= sum;
        }
    }
}
