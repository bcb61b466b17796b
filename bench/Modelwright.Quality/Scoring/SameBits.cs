using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Quality.Scoring;

/// <summary>Holds every way of ours to score trees beside a plain walk from node to node, bit by bit.</summary>
internal static class SameBits
{
    /// <summary>Rows that are asked one by one, too; each costs a table of its own.</summary>
    private const int MostSingle = 20_000;

    /// <summary>Counts scores that are not the walk's.</summary>
    /// <param name="trees">The trees.</param>
    /// <returns>Test rows, those that were asked one by one as well, scores of all at once that differ, and of single rows.</returns>
    internal static (int Rows, int Single, int Different, int DifferentSingle) Count(TrainedTrees trees)
    {
        var (rows, outputs, width) = (trees.Test.RowCount, trees.Outputs, trees.Inputs.Length);
        var single = Math.Min(MostSingle, rows);
        var (values, walked) = (trees.Values(rows), new double[rows * outputs]);
        for (var row = 0; row < rows; row++)
        {
            Walk(trees, values.AsSpan(row * width, width), trees.Test.Take([row]), walked.AsSpan(row * outputs, outputs));
        }

        var all = new double[walked.Length];
        var form = Form(trees.Ensemble);
        Score(form, trees.Test, all);
        var one = new double[single * outputs];
        for (var row = 0; row < single; row++)
        {
            Score(form, trees.Test.Take([row]), one.AsSpan(row * outputs, outputs));
        }

        return (rows, single, Different(walked, all), Different(walked.AsSpan(0, one.Length), one));
    }

    private static IForm Form(TreeEnsemble ensemble) => ensemble.Outputs == 1
        ? new NumberTreesForm(ensemble)
        : new ClassTreesForm(ensemble, [.. Enumerable.Range(0, ensemble.Outputs).Select(output => $"class {output}")], ProbabilityLink.Softmax);

    private static void Score(IForm form, Table rows, Span<double> output)
    {
        if (form is IPredictsNumbers numbers)
        {
            numbers.Predict(rows, output);
        }
        else
        {
            ((IPredictsClasses)form).PredictProbabilities(rows, output);
        }
    }

    // What a form without trees starts from goes through the same link.
    private static void Walk(TrainedTrees trees, ReadOnlySpan<double> values, Table row, Span<double> answers)
    {
        var (ensemble, scores) = (trees.Ensemble, new double[answers.Length]);
        for (var tree = 0; tree < ensemble.Trees.Count; tree++)
        {
            scores[tree % scores.Length] += ensemble.Trees[tree].Leaves[ensemble.Trees[tree].LeafOf(values)];
        }

        Score(Form(new([], []) { Outputs = scores.Length, Base = scores }), row, answers);
    }

    private static int Different(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var count = 0;
        for (var place = 0; place < left.Length; place++)
        {
            count += BitConverter.DoubleToInt64Bits(left[place]) == BitConverter.DoubleToInt64Bits(right[place]) ? 0 : 1;
        }

        return count;
    }
}
