using Modelwright.Core.Learning;
using Modelwright.Search.Costs;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>
/// Chooses how many rows the search works with: all of them, unless a round of first settings would leave the budget no
/// time to compare many. What is chosen on the sample is fitted on all rows.
/// </summary>
internal static class SampleChoice
{
    /// <summary>A sample is never smaller: with fewer rows what is best on the sample is not what is best on all.</summary>
    private const int FewestRows = 100_000;

    /// <summary>Share of the budget that a first setting of every learner may take together.</summary>
    private const double FirstRound = 0.15;

    /// <summary>A sample of more than this share of the rows saves too little.</summary>
    private const double LargestShare = 0.7;

    /// <summary>Chooses.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="development">How many of them the search could use.</param>
    /// <param name="learners">The learners that will be tried.</param>
    /// <param name="budget">Seconds of the search; null where no clock is looked at.</param>
    /// <param name="threads">Threads together.</param>
    /// <param name="most">Rows that the memory of a search holds.</param>
    /// <returns>The number of rows to work with.</returns>
    public static int Rows(LabelledRows rows, int development, IEnumerable<ILearner> learners, double? budget, int threads, int most)
    {
        var held = Math.Min(development, most);
        if (budget is not { } seconds || held <= FewestRows)
        {
            return held;
        }

        var costs = new CostModel(rows, splits: 1, trainingShare: 1, threads);
        var round = learners
            .Where(learner => learner.Unavailable is null && !learner.Info.IsBaseline)
            .Sum(learner => costs.Expect(learner, learner.Recommend(costs.ShapeFor(learner.Info))[0]));
        var wanted = Math.Max(FewestRows, rows.Table.RowCount * (FirstRound * seconds / round));
        return wanted <= LargestShare * development ? (int)Math.Min(held, wanted) : held;
    }
}
