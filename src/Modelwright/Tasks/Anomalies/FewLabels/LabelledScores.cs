using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Labelled;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>How probably rows are strange, as a classifier says.</summary>
internal static class LabelledScores
{
    /// <summary>What members that learned from labels say together of all rows, as the shipped form does.</summary>
    /// <param name="members">Their weights are those of the plan.</param>
    public static double[] Of(IReadOnlyList<FittedMember> members)
    {
        var scores = new double[members[0].Features.RowCount];
        foreach (var member in members)
        {
            var own = Of(member.Inner, member.Features);
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] += member.Weight / LabelledMembers.WeightOfKind * own[row];
            }
        }

        return scores;
    }

    /// <summary>One a row, from 0 to 1.</summary>
    /// <param name="form">Tells usual from strange rows.</param>
    /// <param name="features">The rows as it reads them.</param>
    public static double[] Of(IForm form, Table features)
    {
        var classifier = (IPredictsClasses)form;
        var place = classifier.Classes.ToList().IndexOf(LabelledAnomalyForm.Strange);
        var shares = new double[classifier.Classes.Count * features.RowCount];
        classifier.PredictProbabilities(features, shares);
        return [.. Enumerable.Range(0, features.RowCount).Select(row => shares[(row * classifier.Classes.Count) + place])];
    }
}
