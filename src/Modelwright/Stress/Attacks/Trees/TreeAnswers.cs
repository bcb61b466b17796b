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
            0 => new([[scores.Of((0, 1))], [Negative(scores.Of((0, 1)))]]) { Number = scores.Of((0, 1)) },
            2 => Two(scores, model, decision),
            _ => Many(scores, model, decision),
        };
    }

    private static TreeAnswers? Two(TreeScores scores, TreeModel model, ClassDecision? decision) => (scores.Outputs, model.Link) switch
    {
        (1, _) => One(scores.Of((0, 1)), model.Link, model, decision),
        (_, ProbabilityLink.Softmax) => One(scores.Of((1, 1), (0, -1)), ProbabilityLink.Logistic, model, decision),
        _ when scores.AreNotNegative => Shares(scores, model, decision),
        _ => null,
    };

    /// <summary>Two classes by one score.</summary>
    private static TreeAnswers? One(TreeMargin score, ProbabilityLink link, TreeModel model, ClassDecision? decision)
    {
        var low = score.Start + score.Values.Sum(leaves => leaves.Min()) - 1;
        var high = score.Start + score.Values.Sum(leaves => leaves.Max()) + 1;
        return ScoreThreshold.Of(link, model.Map, decision, low, high) is { } threshold ? Both(score.Plus(-threshold.Value), threshold) : null;
    }

    /// <summary>Two classes by two scores of which each has its share: the second has at least a share t where (1 - t) times its score is at least t times the other.</summary>
    private static TreeAnswers? Shares(TreeScores scores, TreeModel model, ClassDecision? decision) =>
        ScoreThreshold.Of(ProbabilityLink.Identity, model.Map, decision, -1, 2) is { } threshold ? Both(scores.Of((1, 1 - threshold.Value), (0, -threshold.Value)), threshold) : null;

    private static TreeAnswers Both(TreeMargin second, ScoreThreshold threshold)
    {
        var hair = ShareOfRounding * second.Rounding * (threshold.HoldsSecond ? 1 : -1);
        return new([[second.Plus(hair)], [Negative(second).Plus(-hair)]]);
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
        var margin = scores.Of((other, 1), (own, -1));
        return margin.Plus(ShareOfRounding * margin.Rounding * (other < own ? 1 : -1));
    }

    private static TreeMargin Negative(TreeMargin margin) => new(-margin.Start, Array.ConvertAll(margin.Values, leaves => Array.ConvertAll(leaves, value => -value)));
}
