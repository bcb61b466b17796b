using Modelwright.Measures;
using Modelwright.Validation;
using Modelwright.Validation.Answering;

namespace Modelwright.Search.Unseen;

/// <summary>What the chosen blend answers to the rows of the search, each member out of fold.</summary>
internal static class UnseenByMembers
{
    /// <summary>Rows that calibration and intervals are learned on where figures come from others; more change little and cost time.</summary>
    private const int MostRows = 50_000;

    /// <summary>
    /// Where no rows are sealed, these answers make the figures as well, so the members are chosen again without the rows they
    /// answer. Where some are, the figures come from those, and the blend answers as it was chosen.
    /// </summary>
    public static OutOfFold Of(SearchOutcome outcome, LabelledRows rows, bool isSealed, AnswerKind kind, IMetric metric)
    {
        var partition = outcome.Partition;
        var folds = OutOfFold.FoldsOf(partition);
        var covered = rows.AnswersOnly.Take(partition.Covered);
        if (!isSealed)
        {
            return new(covered, NestedChoice.Predict(outcome, covered, kind, metric), folds);
        }

        var stride = Math.Max(1, (folds.Length + MostRows - 1) / MostRows);
        int[] some = [.. Enumerable.Range(0, folds.Length / stride).Select(index => index * stride)];
        return new(covered.Take(some), Blend(outcome, some, kind.Width), Array.ConvertAll(some, row => folds[row]));
    }

    private static double[] Blend(SearchOutcome outcome, int[] rows, int width)
    {
        var blend = new double[rows.Length * width];
        foreach (var (trial, weight) in outcome.Members)
        {
            for (var index = 0; index < blend.Length; index++)
            {
                blend[index] += weight * trial.Predictions[(rows[index / width] * width) + (index % width)];
            }
        }

        return blend;
    }
}
