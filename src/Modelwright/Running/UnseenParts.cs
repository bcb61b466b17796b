using Modelwright.Core.Learning;
using Modelwright.Explain;
using Modelwright.Search.Stacking;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Makes the validated model askable on rows it has not seen, fold by fold: the sealed ones, or those of the other folds.</summary>
internal static class UnseenParts
{
    /// <summary>Rows that are kept for it at most.</summary>
    private const int MostRows = 2_000;

    /// <summary>The model and some of its unseen rows. A row is answered by the models of one fold: a bag of all folds would cost as many times more.</summary>
    public static UnseenModel Of(Choice choice, LabelledRows rows, int[] sealedRows, AnswerKind kind, Question question)
    {
        var splits = choice.Outcome.Partition.Splits;
        var isSealed = sealedRows.Length > 0;
        var from = isSealed ? rows : choice.Rows;
        var all = isSealed ? sealedRows : choice.Outcome.Partition.Covered;
        int[] drawn = [.. RowSample.Draw(all.Length, Math.Min(MostRows, all.Length), Seeds.Mix(question.Plan.Seed, -7)).Select(place => all[place])];
        var taken = drawn.ToHashSet();
        var parts = new List<UnseenPart>();
        var order = new List<int>();
        for (var split = 0; split < splits.Count; split++)
        {
            int[] own = isSealed
                ? [.. drawn.Where((_, place) => place % splits.Count == split)]
                : [.. splits[split].Test.Where(taken.Contains)];
            if (own.Length > 0)
            {
                order.AddRange(own);
                parts.Add(new(from.Take(own), FormOf(choice, split, kind)));
            }
        }

        return new(parts, from.Take([.. order]), kind, question.Metric, isSealed ? "sealed_holdout" : "out_of_fold");
    }

    private static IForm FormOf(Choice choice, int split, AnswerKind kind) => choice.Stacked is { } stacked
        ? StackFitter.Form(kind, [.. choice.Outcome.Members.Select(member => ((IReadOnlyList<FoldFit>)[member.Trial.Fits!.Folds[split]], member.Weight))], [stacked.Fits.Folds[split]], stacked.Layer.Share)
        : Blender.Blend(kind, choice.Outcome.Members.Select(member => (member.Trial.Fits!.Folds[split], member.Weight)));
}
