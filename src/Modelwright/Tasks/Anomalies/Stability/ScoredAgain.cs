using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Tasks.Anomalies.FewLabels;
using Modelwright.Validation;

namespace Modelwright.Tasks.Anomalies.Stability;

/// <summary>What detectors of a half make of rows together: by their weights, or by what learns from half of the labels.</summary>
internal static class ScoredAgain
{
    private const int FewestOfKind = 2;

    /// <summary>The weighted mean of their surprises.</summary>
    /// <param name="weights">One a detector.</param>
    public static Func<HalfDetectors, int[], int, double[]> ByWeights(IReadOnlyList<double> weights) => (half, rows, _) =>
    {
        var scores = half.Scores(rows);
        var blend = half.Blend(scores);
        return [.. rows.Select((_, row) => weights.Select((weight, place) => weight * blend.Scales[place].Of(scores[place][row])).Sum())];
    };

    /// <summary>The mean of members that learned from half of the labelled rows of each kind.</summary>
    /// <param name="ground">The rows.</param>
    /// <param name="labels">What is known.</param>
    /// <param name="members">What learns.</param>
    public static Func<HalfDetectors, int[], int, double[]> ByLabels(TaskGround ground, LabelledRowNumbers labels, IReadOnlyList<TaskMember> members)
    {
        Table[]? features = null;
        return (half, rows, seed) =>
        {
            LabelledRowNumbers known = new(Half(labels.Strange, seed), Half(labels.Usual, seed));
            features ??= [.. members.Select(member => ground.Prepared(member.Learner).Features)];
            var scores = half.Scores(rows);
            var (blend, ofKnown) = (half.Blend(scores), half.Scores(known.All));
            var together = new double[rows.Length];
            for (var place = 0; place < members.Count; place++)
            {
                var data = new LabelledData(known, _ => LabelledAnomalyForm.WithSurprises(blend, features[place].Take(known.All), ofKnown));
                var fit = members[place].Learner.Fit(data.For(members[place].Learner), members[place].Values, ground.Context(members[place].Seed) with { Deadline = null });
                var own = LabelledScores.Of(fit.Form, LabelledAnomalyForm.WithSurprises(blend, features[place].Take(rows), scores));
                for (var row = 0; row < together.Length; row++)
                {
                    together[row] += own[row];
                }
            }

            return together;
        };
    }

    private static int[] Half(IReadOnlyList<int> rows, int seed) =>
        [.. RowSample.Draw(rows.Count, Math.Max(FewestOfKind, rows.Count / 2), seed).Select(place => rows[place])];
}
