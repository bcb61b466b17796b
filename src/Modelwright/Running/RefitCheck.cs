using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Runtime.Prediction;
using Modelwright.Search.Unseen;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>
/// Whether a model that was fitted again on all rows is still the one that was validated. No row is left that it has not seen, so it is
/// asked rows that it has: there it must not be worse than the validated one was on the same rows before it had seen them. A fit
/// without rows to stop it can run away, boosting of a class of few rows for one.
/// </summary>
/// <param name="kind">How answers look.</param>
/// <param name="metric">The main metric.</param>
internal sealed class RefitCheck(AnswerKind kind, IMetric metric)
{
    private const int MostRows = 2_000;

    /// <summary>Part of the lead over a constant answer that may be lost, beyond doubt.</summary>
    private const double MostLost = 0.25;

    /// <summary>Looks.</summary>
    /// <param name="form">The model that was fitted again.</param>
    /// <param name="choice">What was validated.</param>
    /// <param name="threads">Threads to use.</param>
    public bool IsSound(IForm form, Choice choice, int threads)
    {
        var covered = choice.Outcome.Partition.Covered;
        var stride = Math.Max(1, (covered.Length + MostRows - 1) / MostRows);
        int[] some = [.. Enumerable.Range(0, (covered.Length + stride - 1) / stride).Select(index => index * stride)];
        var before = UnseenByMembers.Blend(choice.Outcome.Members.Select(member => (member.Trial.Predictions, member.Weight)), some, kind.Width);
        var rows = choice.Rows.Take(Array.ConvertAll(some, place => covered[place]));
        return Lost(kind.Pair(rows, before), kind.Pair(rows, ModelAnswers.Of(form, rows.Table, threads))) <= MostLost;
    }

    /// <summary>The least part of the lead that is lost, by the 95 % interval of the paired difference.</summary>
    internal double Lost(Answers before, Answers after)
    {
        var sign = metric.Info.HigherIsBetter ? 1 : -1;
        var lead = sign * (metric.Score(before) - metric.Info.Constant(before));
        var difference = ((IPairedMetric)metric).Difference(before, after, groups: null);
        var least = Math.Min(-sign * difference.Lower, -sign * difference.Upper);
        return lead > 0 && double.IsFinite(least) ? least / lead : 0;
    }
}
