using Modelwright.Measures;
using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Search.Ensembles;

/// <summary>Chooses the weights of trials by their out-of-fold answers, on a fixed part of the rows where there are many.</summary>
internal static class EnsembleChoice
{
    /// <summary>The most members of an ensemble: the figure without a choice and the choice itself must agree on it.</summary>
    public const int MostMembers = 8;

    /// <summary>Numbers a member that the choice looks at; more change it little and cost time.</summary>
    private const int MostNumbers = 400_000;

    /// <summary>A trial that wins less than this share of what the best one wins over the baseline is noise in an ensemble.</summary>
    private const double LeastShare = 0.85;

    /// <summary>
    /// The trials that may be members: those whose fits are still held and that are worth it, beside the best of those that may
    /// be shipped; the baseline only where nothing beats it.
    /// </summary>
    /// <param name="all">All trials, best first.</param>
    public static IEnumerable<Trial> Worthy(IReadOnlyList<Trial> all)
    {
        Trial[] trials = [.. all.Where(trial => trial.MayShip)];
        var zero = Array.Find(trials, trial => trial.Candidate.Learner.Info.IsBaseline)?.Loss ?? double.PositiveInfinity;
        var least = double.IsFinite(zero) ? LeastShare * (zero - trials[0].Loss) : double.NegativeInfinity;
        return trials.Where(trial => trial.Fits is not null && (trial == trials[0] || (!trial.Candidate.Learner.Info.IsBaseline && zero - trial.Loss >= least)));
    }

    /// <summary>One weight a trial, of sum 1.</summary>
    public static double[] Weigh(IReadOnlyList<Trial> trials, LabelledRows covered, AnswerKind kind, IMetric metric, MemberRule rule)
    {
        var count = covered.Table.RowCount;
        var stride = Math.Max(1, (int)Math.Ceiling((double)count * kind.Width / MostNumbers));
        if (stride == 1)
        {
            return Weigh(trials, SettledAnswers.Of(trials), numbers => kind.Pair(covered, numbers), metric, rule);
        }

        int[] rows = [.. Enumerable.Range(0, count / stride).Select(index => index * stride)];
        return Weigh(trials, covered, rows, kind, metric, rule);
    }

    /// <summary>One weight a trial, of sum 1, chosen on the named rows alone.</summary>
    public static double[] Weigh(IReadOnlyList<Trial> trials, LabelledRows covered, int[] rows, AnswerKind kind, IMetric metric, MemberRule rule)
    {
        var some = covered.Take(rows);
        return Weigh(trials, [.. SettledAnswers.Of(trials).Select(answers => Some(answers, rows, kind.Width))], numbers => kind.Pair(some, numbers), metric, rule);
    }

    /// <summary>The members among some trials, heaviest first.</summary>
    public static IReadOnlyList<(Trial Trial, double Weight)> Members(Trial[] trials, LabelledRows covered, AnswerKind kind, IMetric metric, MemberRule rule) =>
        [.. trials.Zip(Weigh(trials, covered, kind, metric, rule)).Where(member => member.Second > 0).OrderByDescending(member => member.Second).ThenBy(member => member.First.Loss)];

    private static double[] Weigh(IReadOnlyList<Trial> trials, double[][] predictions, Func<double[], Answers> pair, IMetric metric, MemberRule rule)
    {
        var weights = GreedyEnsemble.Weigh(predictions, pair, new BlendLoss(metric).Of, rule.Most, MayJoin(trials, rule));
        return SparseEnsemble.Thin(predictions, weights, [.. trials.Select(CostOf)], pair, metric);
    }

    /// <summary>
    /// What a member takes to answer, beside others. Not by the clock, which never says the same twice, so that a plan is the same
    /// on every machine; of a model twice as large a row reads less than twice as much, as it takes one way through each tree.
    /// </summary>
    private static double CostOf(Trial trial) => Math.Sqrt(Math.Max(1, trial.Cost?.Bytes ?? 1));

    private static Func<int[], int, bool>? MayJoin(IReadOnlyList<Trial> trials, MemberRule rule) => rule.Limits.IsCost
        ? (counts, member) => rule.Allows(trials.Where((_, place) => counts[place] > 0 || place == member))
        : null;

    private static double[] Some(double[] numbers, int[] rows, int width)
    {
        var some = new double[rows.Length * width];
        for (var index = 0; index < rows.Length; index++)
        {
            numbers.AsSpan(rows[index] * width, width).CopyTo(some.AsSpan(index * width, width));
        }

        return some;
    }
}
