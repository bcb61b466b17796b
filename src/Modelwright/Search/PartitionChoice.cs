using Modelwright.Core.Learning;
using Modelwright.Search.Costs;
using Modelwright.Splits;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>Chooses how rows are parted for out-of-fold answers: as many folds as the budget bears, else one part held out.</summary>
internal static class PartitionChoice
{
    private const double UsualBudget = 60;

    // Enough rows to choose by, and no more: what is held out is missing in every fit, and the figure is that of models without it.
    private const int WantedHeldOut = 1_500;
    private const double MostShare = 0.2;
    private const double LeastShare = 0.1;
    private const int MostHeldOut = 25_000;

    /// <summary>Folds from many to few, each with the share of the budget that the first round of all learners may take.</summary>
    private static readonly (int Folds, double Share)[] Steps = [(8, 0.2), (6, 0.3), (4, 0.5)];

    /// <summary>Chooses.</summary>
    /// <param name="rows">The rows of the search.</param>
    /// <param name="learners">The learners that will be tried.</param>
    /// <param name="budget">Seconds of the search; null for the usual 60.</param>
    /// <param name="threads">Threads together.</param>
    /// <param name="folds">The number a person asked for; 1 means one part held out; null leaves it to cost.</param>
    public static PartitionPlan Choose(LabelledRows rows, IEnumerable<ILearner> learners, double? budget, int threads, int? folds)
    {
        var splitter = SplitterChoice.For(rows.Schema, rows.Task).Info.Name;
        if (folds is { } asked)
        {
            return asked > 1 ? new(splitter, asked, 0) : Holdout(rows);
        }

        ILearner[] usable = [.. learners.Where(learner => learner.Unavailable is null && !learner.Info.IsBaseline)];
        foreach (var (count, share) in Steps)
        {
            var costs = new CostModel(rows, count, 1 - (1.0 / count), threads);
            var whole = budget ?? UsualBudget;
            var seconds = usable.Sum(learner => Math.Min(costs.Expect(learner, learner.Recommend(costs.ShapeFor(learner.Info))[0]), TrialTime.Round(learner.Info) * whole));
            if (seconds <= share * whole)
            {
                return new(splitter, Math.Min(count, MostFolds(rows)), 0);
            }
        }

        return Holdout(rows);
    }

    private static int MostFolds(LabelledRows rows) => Math.Max(2, rows.Table.RowCount / 3);

    private static PartitionPlan Holdout(LabelledRows rows) => new(SplitterChoice.HoldoutFor(rows.Schema).Info.Name, 1, ShareOf(rows.Table.RowCount));

    private static double ShareOf(double rows) => Math.Min(Math.Clamp(WantedHeldOut / rows, LeastShare, MostShare), MostHeldOut / rows);
}
