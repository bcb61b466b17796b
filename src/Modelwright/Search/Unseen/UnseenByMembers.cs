using Modelwright.Measures;
using Modelwright.Search.Ensembles;
using Modelwright.Validation;
using Modelwright.Validation.Answering;

namespace Modelwright.Search.Unseen;

/// <summary>What the chosen blend answers to the rows of the search, each member out of fold.</summary>
internal static class UnseenByMembers
{
    /// <summary>Rows that calibration and intervals are learned on where figures come from others; more change little and cost time.</summary>
    private const int MostRows = 50_000;

    /// <summary>Numbers of these rows; of many classes fewer rows are as many.</summary>
    private const int MostNumbers = 2_000_000;

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

        var most = Math.Min(MostRows, Math.Max(1, MostNumbers / kind.Width));
        var stride = Math.Max(1, (folds.Length + most - 1) / most);
        int[] some = [.. Enumerable.Range(0, folds.Length / stride).Select(index => index * stride)];
        return new(covered.Take(some), Blend(outcome.Members.Select(member => (member.Trial.Predictions, member.Weight)), some, kind.Width), Array.ConvertAll(some, row => folds[row]));
    }

    /// <summary>What members that were fitted on the same folds answer together, each row by the models that had not seen it.</summary>
    /// <param name="rows">The rows they were fitted on.</param>
    /// <param name="members">Fits with weights of sum 1.</param>
    /// <param name="width">Numbers a row.</param>
    public static OutOfFold Of(LabelledRows rows, IReadOnlyList<(CrossFit Fits, double Weight)> members, int width)
    {
        var partition = members[0].Fits.Partition;
        int[] all = [.. Enumerable.Range(0, partition.Covered.Length)];
        return new(rows.AnswersOnly.Take(partition.Covered), Blend(members.Select(member => (member.Fits.Predictions, member.Weight)), all, width), OutOfFold.FoldsOf(partition));
    }

    /// <summary>What members answered out of fold, weighed.</summary>
    /// <param name="members">Answers of all covered rows, with weights.</param>
    /// <param name="rows">Which of those rows.</param>
    /// <param name="width">Numbers a row.</param>
    public static double[] Blend(IEnumerable<(double[] Predictions, double Weight)> members, int[] rows, int width)
    {
        var blend = new double[rows.Length * width];
        foreach (var (predictions, weight) in members)
        {
            for (var index = 0; index < blend.Length; index++)
            {
                blend[index] += weight * predictions[(rows[index / width] * width) + (index % width)];
            }
        }

        return blend;
    }
}
