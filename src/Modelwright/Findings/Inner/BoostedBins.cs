using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>
/// A small model of all columns together, for findings and the choice of columns: gradient boosting of shallow trees on bins.
/// It says what columns can tell jointly, in a fraction of a second, without a learner of the catalog.
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
        var width = Math.Max(1, outcome.ClassCount);
        var answers = new double[outcome.RowCount * width];
        var scores = new double[OutputsOf(outcome)];
        for (byte fold = 0; fold <= folds.Max(); fold++)
        {
            int[] training = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)];
            var model = Fit(columns, new(outcome, training), rounds, null, cancellation);
            for (var row = 0; row < folds.Length; row++)
            {
                if (folds[row] == fold)
                {
                    model.Score(columns, row, scores);
                    model.Answer(scores, answers.AsSpan(row * width, width));
                }
            }
        }

        return answers;
    }

    /// <summary>Numbers that are boosted a row: one for numbers and for two classes, else one a class.</summary>
    public static int OutputsOf(Outcome outcome) => outcome.ClassCount > 2 ? outcome.ClassCount : 1;

    /// <summary>Fits a model.</summary>
    /// <param name="columns">The columns in bins.</param>
    /// <param name="ground">The rows to learn from.</param>
    /// <param name="rounds">Trees an output; 0 for a model that answers the same everywhere.</param>
    /// <param name="account">Told of every cut; null where nobody asks.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    public static BoostedModel Fit(IReadOnlyList<BinnedColumn> columns, BoostingGround ground, int rounds, CutAccount? account, CancellationToken cancellation)
    {
        var outputs = OutputsOf(ground.Outcome);
        var (scores, gradients, curvatures) = (Arrays(outputs, ground), Arrays(outputs, ground), Arrays(outputs, ground));
        double[] start = [.. Enumerable.Range(0, outputs).Select(ground.Start)];
        for (var output = 0; output < outputs; output++)
        {
            Array.Fill(scores[output], start[output]);
        }

        List<BinTree>[] trees = [.. Enumerable.Range(0, outputs).Select(_ => new List<BinTree>(rounds))];
        for (var round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            ground.Derive(scores, gradients, curvatures);
            for (var output = 0; output < outputs; output++)
            {
                var tree = new ShallowTree(columns, gradients[output], curvatures[output], LearningRate, account).Grow(ground.Training);
                trees[output].Add(tree);
                foreach (var row in ground.Training)
                {
                    scores[output][row] += tree.Answer(columns, row);
                }
            }
        }

        return new(ground.Outcome, start, trees);
    }

    private static double[][] Arrays(int outputs, BoostingGround ground) => [.. Enumerable.Range(0, outputs).Select(_ => new double[ground.Outcome.RowCount])];
}
