using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Steps;

namespace Modelwright.Validation;

/// <summary>Joins fits to one form. Members with the same steps share them, so that a row is transformed once for all; what none of them reads is left out.</summary>
internal static class Blender
{
    /// <summary>The weighted mean of fits, as one form from raw columns to answers.</summary>
    /// <param name="kind">How the answers look.</param>
    /// <param name="members">Fits with their weights, which sum to more than 0.</param>
    public static IForm Blend(AnswerKind kind, IEnumerable<(FoldFit Fit, double Weight)> members)
    {
        var groups = members
            .Where(member => member.Weight > 0)
            .GroupBy(member => member.Fit.StepsKey, StringComparer.Ordinal)
            .Select(group => (Form: Share(kind, [.. group]), Weight: group.Sum(member => member.Weight)))
            .ToArray();
        return Mean(kind, [.. groups.Select(group => group.Form)], [.. groups.Select(group => group.Weight)]);
    }

    /// <summary>The mean of one form a fold, each the weighted mean of the members fitted without that fold, in the order of the folds.</summary>
    /// <param name="kind">How the answers look.</param>
    /// <param name="members">The fits of each member, on the same folds, with its weight.</param>
    public static IForm BlendFolds(AnswerKind kind, IReadOnlyList<(IReadOnlyList<FoldFit> Folds, double Weight)> members)
    {
        IForm[] folds = [.. Enumerable.Range(0, members[0].Folds.Count).Select(fold => Blend(kind, members.Select(member => (member.Folds[fold], member.Weight))))];
        return Mean(kind, folds, [.. folds.Select(_ => 1.0)]);
    }

    private static IForm Share(AnswerKind kind, (FoldFit Fit, double Weight)[] members)
    {
        IReadOnlyList<IFittedStep> steps = members[0].Fit.Steps;
        return TrimmedForm.Of(PipelineForm.Of(steps, Mean(kind, [.. members.Select(member => member.Fit.Form)], [.. members.Select(member => member.Weight)])));
    }

    private static IForm Mean(AnswerKind kind, IForm[] forms, double[] weights)
    {
        if (forms.Length == 1)
        {
            return forms[0];
        }

        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        return kind.Blend(forms, [.. weights.Select(weight => weight / sum)]);
    }
}
