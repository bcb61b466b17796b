using Modelwright.Measures;
using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Search.Ensembles;

/// <summary>
/// Answers of the ensemble in which the choice of members and weights for a row never saw that row: for each fold the
/// choice is made again on the other folds. It takes the place of a sealed holdout where rows are few.
/// Source: Tsamardinos, Greasidou and Borboudakis 2018, "Bootstrapping the out-of-sample predictions for efficient and
/// accurate cross-validation", on why the choice itself must be left out; here by folds instead of bootstrap.
/// </summary>
internal static class NestedChoice
{
    /// <summary>Answers of the covered rows, row by row.</summary>
    public static double[] Predict(SearchOutcome outcome, LabelledRows covered, AnswerKind kind, IMetric metric)
    {
        Trial[] trials = [.. EnsembleChoice.Worthy(outcome.Trials)];
        var partition = outcome.Partition;
        if (partition.Splits.Count == 1)
        {
            return HalfByHalf(trials, covered, kind, metric, outcome.Rule);
        }

        var nested = new double[covered.Table.RowCount * kind.Width];
        var folds = partition.FoldOf();
        foreach (var fold in folds.Distinct().Order())
        {
            int[] inside = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)];
            Fill(nested, inside, trials, covered, kind, metric, outcome.Rule);
        }

        return nested;
    }

    private static double[] HalfByHalf(Trial[] trials, LabelledRows covered, AnswerKind kind, IMetric metric, MemberRule rule)
    {
        var nested = new double[covered.Table.RowCount * kind.Width];
        for (var half = 0; half < 2; half++)
        {
            int[] inside = [.. Enumerable.Range(0, covered.Table.RowCount).Where(row => row % 2 == half)];
            Fill(nested, inside, trials, covered, kind, metric, rule);
        }

        return nested;
    }

    private static void Fill(double[] nested, int[] inside, Trial[] trials, LabelledRows covered, AnswerKind kind, IMetric metric, MemberRule rule)
    {
        const int MostRows = 20_000;
        var isInside = new bool[covered.Table.RowCount];
        foreach (var row in inside)
        {
            isInside[row] = true;
        }

        int[] outside = [.. Enumerable.Range(0, isInside.Length).Where(row => !isInside[row])];
        var stride = Math.Max(1, outside.Length * kind.Width / MostRows);
        int[] looked = [.. outside.Where((_, index) => index % stride == 0)];
        var weights = EnsembleChoice.Weigh(trials, covered, looked.Length > 0 ? looked : inside, kind, metric, rule);
        for (var member = 0; member < trials.Length; member++)
        {
            if (weights[member] > 0)
            {
                Add(nested, inside, trials[member].Predictions, weights[member], kind.Width);
            }
        }
    }

    private static void Add(double[] nested, int[] rows, double[] predictions, double weight, int width)
    {
        foreach (var row in rows)
        {
            for (var index = row * width; index < (row + 1) * width; index++)
            {
                nested[index] += weight * predictions[index];
            }
        }
    }
}
