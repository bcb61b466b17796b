using Modelwright.Measures;

namespace Modelwright.Validation.Answering;

/// <summary>Answers of a model to rows that none of its members had seen, in folds that can be left out in turn.</summary>
/// <param name="Rows">The rows with truth and weights.</param>
/// <param name="Predictions">The answers, row by row.</param>
/// <param name="Folds">The fold of each row, from 0; two or more.</param>
internal sealed record OutOfFold(LabelledRows Rows, double[] Predictions, int[] Folds)
{
    /// <summary>Parts that stand in for folds where rows were held out once.</summary>
    private const int Parts = 5;

    /// <summary>The folds of the rows that a partition covers: its own, or runs of rows where it has one.</summary>
    public static int[] FoldsOf(Partition partition)
    {
        var count = partition.Covered.Length;
        return partition.Splits.Count > 1
            ? partition.FoldOf()
            : [.. Enumerable.Range(0, count).Select(row => (int)((long)row * Parts / count))];
    }

    /// <summary>Learns something on all folds but one and applies it to that one, for each in turn.</summary>
    /// <typeparam name="T">What is learned.</typeparam>
    /// <param name="answers">The answers.</param>
    /// <param name="folds">The fold of each.</param>
    /// <param name="learn">Learns on some of the answers.</param>
    /// <param name="apply">Is given what was learned and the rows it is for.</param>
    public static void Cross<T>(Answers answers, int[] folds, Func<Answers, int[], T> learn, Action<T, int[]> apply)
    {
        foreach (var fold in folds.Distinct().Order())
        {
            int[] inside = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == fold)];
            int[] outside = [.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != fold)];

            // One fold alone has no others to learn on.
            int[] known = outside.Length > 0 ? outside : inside;
            apply(learn(answers.Take(known), Array.ConvertAll(known, row => folds[row])), inside);
        }
    }
}
