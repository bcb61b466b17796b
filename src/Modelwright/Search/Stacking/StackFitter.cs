using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Validation;

namespace Modelwright.Search.Stacking;

/// <summary>Fits a second layer on rows with the out-of-fold answers of members as further columns.</summary>
/// <remarks>Source: Wolpert 1992, "Stacked generalization"; with the columns beside the answers as in Erickson and others 2020.</remarks>
internal sealed class StackFitter(LabelledRows rows, AnswerKind kind, long featureMemory)
{
    /// <summary>Fits one model a split.</summary>
    /// <param name="layer">What to fit.</param>
    /// <param name="partition">The folds; the members may have had others of the same rows.</param>
    /// <param name="members">What each member answered to each row without having seen it, with its weight.</param>
    /// <param name="limits">Threads, time and cancellation.</param>
    public Stacked Fit(SecondLayer layer, Partition partition, IReadOnlyList<(double[] Answers, double Weight)> members, FitLimits limits)
    {
        var cache = new FeatureCache(With(rows, [.. members.Select(member => member.Answers)], kind), featureMemory);
        var fits = new CrossFitter(kind, cache).Fit(layer.Candidate, partition, limits)!;
        return new(layer, fits, Mean(layer.Share, fits.Predictions, members));
    }

    /// <summary>The rows with the answers as features.</summary>
    public static LabelledRows With(LabelledRows rows, IReadOnlyList<double[]> answers, AnswerKind kind) => rows with
    {
        Table = StackColumns.Add(rows.Table, answers, kind.Classes),
        Schema = new([.. rows.Schema.Columns, .. StackColumns.Names(answers.Count, kind.Classes).Select(name => new ColumnSpec(name, ColumnType.Number))]),
    };

    /// <summary>Both layers as one form, each the mean of its fold models.</summary>
    /// <param name="kind">How the answers look.</param>
    /// <param name="members">The fits of each member with its weight, of sum 1.</param>
    /// <param name="second">The fits of the second layer.</param>
    /// <param name="share">How much of the answer is the second layer's.</param>
    public static IForm Form(AnswerKind kind, IReadOnlyList<(IReadOnlyList<FoldFit> Folds, double Weight)> members, IReadOnlyList<FoldFit> second, double share) =>
        kind.Stack([.. members.Select(member => MeanOf(kind, member.Folds))], [.. members.Select(member => member.Weight / members.Sum(other => other.Weight))], MeanOf(kind, second), share);

    /// <summary>The share of the second layer and the rest of the blend.</summary>
    public static double[] Mean(double share, double[] second, IEnumerable<(double[] Answers, double Weight)> members)
    {
        double[] mean = [.. second.Select(answer => share * answer)];
        foreach (var (answers, weight) in members)
        {
            for (var index = 0; index < mean.Length; index++)
            {
                mean[index] += (1 - share) * weight * answers[index];
            }
        }

        return mean;
    }

    /// <summary>The mean of one model a fold.</summary>
    public static IForm MeanOf(AnswerKind kind, IReadOnlyList<FoldFit> folds) => Blender.Blend(kind, folds.Select(fold => (fold, 1.0 / folds.Count)));
}
