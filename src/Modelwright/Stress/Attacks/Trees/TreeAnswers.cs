using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>What it takes to flip the answer of trees, as sums over them.</summary>
internal sealed class TreeAnswers
{
    // Equal scores of the trees are equal for the answer too, although they are not added up in the same order.
    private const double ShareOfRounding = 0.01;

    private readonly TreeMargin[][] _margins;

    private TreeAnswers(TreeMargin[][] margins) => _margins = margins;

    /// <summary>The answer as a number, for numbers; null for classes.</summary>
    public TreeMargin? Number { get; private init; }

    /// <summary>For a class that is answered, one sum an other class: above 0 where that one is answered instead, or is at least ahead.</summary>
    public TreeMargin[] Of(int label) => _margins[label];

    /// <summary>For a number that is answered, what is above 0 where the answer is more than an amount higher, and where it is lower.</summary>
    public TreeMargin[] Of(double answer, double amount) => [_margins[0][0].Plus(-answer - amount), _margins[1][0].Plus(answer - amount)];

    /// <summary>Reads a model; null where its answer is not a comparison of sums.</summary>
    public static TreeAnswers? Of(TreeModel model, ClassDecision? decision)
    {
        var scores = new TreeScores(model.Ensemble);
        return model.Classes.Count switch
        {
            0 => new([[scores.Of(0)], [Negative(scores.Of(0))]]) { Number = scores.Of(0) },
            2 => Two(scores, model, decision),
            _ => Many(scores, model, decision),
        };
    }

    private static TreeAnswers? Two(TreeScores scores, TreeModel model, ClassDecision? decision)
    {
        var (score, link) = scores.Outputs == 1 ? (scores.Of(0), model.Link)
            : model.Link == ProbabilityLink.Softmax ? (scores.Of(1, 0), ProbabilityLink.Logistic)
            : scores.AreShares ? (scores.Of(1), ProbabilityLink.Identity)
            : ((TreeMargin?)null, model.Link);
        if (score is null)
        {
            return null;
        }

        var low = score.Start + score.Values.Sum(leaves => leaves.Min()) - 1;
        var high = score.Start + score.Values.Sum(leaves => leaves.Max()) + 1;
        if (ScoreThreshold.Of(link, model.Map, decision, low, high) is not { } threshold)
        {
            return null;
        }

        var hair = ShareOfRounding * score.Rounding * (threshold.HoldsSecond ? 1 : -1);
        return new([[score.Plus(hair - threshold.Value)], [Negative(score).Plus(threshold.Value - hair)]]);
    }

    private static TreeAnswers? Many(TreeScores scores, TreeModel model, ClassDecision? decision)
    {
        var isPlain = decision is null && model.Map is null or { Method: ProbabilityMap.Temperature };
        if (!isPlain || scores.Outputs != model.Classes.Count || (model.Link == ProbabilityLink.Identity && !scores.AreNotNegative))
        {
            return null;
        }

        return new([.. Enumerable.Range(0, scores.Outputs).Select(own => Enumerable.Range(0, scores.Outputs).Where(other => other != own).Select(other => Ahead(scores, other, own)).ToArray())]);
    }

    private static TreeMargin Ahead(TreeScores scores, int other, int own)
    {
        var margin = scores.Of(other, own);
        return margin.Plus(ShareOfRounding * margin.Rounding * (other < own ? 1 : -1));
    }

    private static TreeMargin Negative(TreeMargin margin) => new(-margin.Start, Array.ConvertAll(margin.Values, leaves => Array.ConvertAll(leaves, value => -value)));
}
