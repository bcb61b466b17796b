using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Search.Costs;
using Modelwright.Validation;

namespace Modelwright.Search;

/// <summary>
/// The order of what is tried: the baseline, then each learner's first recommendation (cheapest first, so that a usable
/// model comes early; strongest first where a round of all takes much of the time), then more of the learners that do best: their further recommendations, their best setting on
/// features made another way or on other folds, and changes of it. A learner whose models may not be shipped is tried once,
/// after the others' first, and in a small part of the time. Depends on scores and seeds, never on the clock.
/// </summary>
internal sealed class Portfolio
{
    /// <summary>Part of the usual time that a trial may be recommended for which is evidence alone.</summary>
    private const double EvidenceSeconds = 0.25;

    private readonly List<LearnerQueue> _queues;
    private readonly int _seed;

    /// <summary>Makes the order.</summary>
    /// <param name="learners">Learners that can work here.</param>
    /// <param name="costs">What trials are expected to cost.</param>
    /// <param name="variants">The ways to make features that differ for a learner, the standard one first.</param>
    /// <param name="limits">Seconds of the search, infinity without a budget, and bytes of the forms it may hold.</param>
    /// <param name="options">Seed, and whether models of rows may be shipped.</param>
    /// <param name="mayRepeat">Whether a setting may be tried again on other folds.</param>
    public Portfolio(
        IEnumerable<ILearner> learners, CostModel costs, Func<LearnerInfo, IReadOnlyList<FeatureVariant>> variants, (double Seconds, double Bytes) limits, SearchOptions options, bool mayRepeat)
    {
        _seed = options.Seed;
        LearnerQueue Queue(ILearner learner)
        {
            var seconds = limits.Seconds * (options.IsEvidenceOnly(learner.Info) ? EvidenceSeconds : 1);
            var recommended = learner.Recommend(costs.LimitedShapeFor(learner.Info, seconds, limits.Bytes));
            return new(learner, recommended, variants(learner.Info), _seed, mayRepeat) { IsEvidenceOnly = options.IsEvidenceOnly(learner.Info) };
        }

        LearnerQueue[] queues = [.. learners.Select(Queue)];
        double Cost(LearnerQueue queue) => costs.Expect(queue.Learner, queue.Recommended[0]);
        var isShort = TrialTime.IsShort(queues.Sum(Cost), limits.Seconds);
        _queues =
        [
            .. queues
                .OrderByDescending(queue => queue.Learner.Info.IsBaseline)
                .ThenBy(queue => queue.IsEvidenceOnly)
                .ThenByDescending(queue => isShort ? queue.Learner.Info.Strength : 0)
                .ThenBy(Cost),
        ];
    }

    /// <summary>The next candidate; null when nothing is left.</summary>
    /// <param name="trials">All trials so far, best first.</param>
    public Candidate? Next(IReadOnlyList<Trial> trials)
    {
        while ((_queues.Find(queue => queue.Given == 0) ?? Promising(trials)) is { } queue)
        {
            if (queue.Take(trials, Seeds.Mix(_seed, queue.Given)) is { } candidate)
            {
                return candidate;
            }

            queue.IsClosed = true;
        }

        return null;
    }

    /// <summary>Takes a learner out that cannot work on these rows.</summary>
    public void Close(Candidate candidate) => _queues.Find(queue => queue.Learner == candidate.Learner)!.IsClosed = true;

    private LearnerQueue? Promising(IReadOnlyList<Trial> trials) => _queues
        .Where(queue => !queue.IsClosed && queue.HasNext)
        .Select(queue => (Queue: queue, Rank: RankOf(queue, trials)))
        .OrderBy(entry => (entry.Queue.Given + 1) * (1 + (2 * entry.Rank)))
        .ThenBy(entry => entry.Rank)
        .FirstOrDefault().Queue;

    /// <summary>How many other learners have a better best trial.</summary>
    private int RankOf(LearnerQueue queue, IReadOnlyList<Trial> trials)
    {
        var order = trials.Where(trial => trial.MayShip).Select(trial => trial.Candidate.Learner).Distinct().ToList();
        var position = order.IndexOf(queue.Learner);
        return position < 0 ? _queues.Count : position;
    }
}
