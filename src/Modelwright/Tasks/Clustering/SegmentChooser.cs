using Modelwright.Core.Errors;
using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering;

/// <summary>
/// Chooses segments without a label to learn from: which method's, and into how many. Equal numbers are compared by the near
/// neighbours that boundaries part; unlike numbers by how real their boundaries are and how far other learners see them. Candidates that
/// are as good by that are told apart by how well they come back on parts of the rows, and those that hardly do give way.
/// </summary>
/// <remarks>
/// A silhouette or a sum of squares would only ever choose round segments; shares of parted neighbours and the thinness of
/// boundaries know nothing of shape. Where no boundary is real, the answer is that there are no segments.
/// </remarks>
internal static class SegmentChooser
{
    private const int MostFinalists = 5;

    /// <summary>Segments that come back less than halfway on parts of the rows give way to any that do: many small ones can have thin boundaries by chance.</summary>
    private const double LeastStability = 0.5;

    /// <summary>Candidates within this of the best are as good: a share of it, or in parted neighbours this much in any case.</summary>
    private const double AsGoodShare = 0.1;
    private const double AsGoodParted = 0.002;

    /// <summary>Chooses.</summary>
    /// <param name="request">The question.</param>
    /// <returns>The choice; the same for the same request at any number of threads, where no deadline cuts it short.</returns>
    /// <exception cref="DataException">There are no rows.</exception>
    /// <exception cref="OptionsException">There is no method, or the number of segments wanted is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was asked to end.</exception>
    public static SegmentChoice Choose(SegmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        var trials = new SegmentTrials(request);
        new SegmentSearch(request, trials).Run();
        var order = Ordered(request, SegmentConsensus.Of(trials.Done, method => request.Methods[method].Name, request.Context));
        var finalists = Finalists(request, order).ToDictionary(trial => trial, trials.StabilityOf);
        var chosen = Decide(request, order, finalists);
        var candidates = order.Select((trial, place) => Told(request, trials, trial, finalists) with { Rank = place + 1, IsChosen = trial == chosen }).ToArray();
        return new(chosen?.Clusters ?? 1, chosen?.Method, SegmentReason.Of(request, candidates, trials.Graph.Points.Rows), candidates, trials.Graph.Points.Rows, !trials.IsCut);
    }

    private static void Check(SegmentRequest request)
    {
        if (request.Points.Rows == 0)
        {
            throw new DataException("There are no rows to make segments of. Give at least one.");
        }

        if (request.Methods.Count == 0)
        {
            throw new OptionsException("There is no method to make segments with. Name at least one learner of this task.");
        }

        if (request.Clusters is < 2 or > 500)
        {
            throw new OptionsException($"The number of segments must be from 2 to 500. Got {request.Clusters}. Leave it out to have it found.");
        }
    }

    /// <summary>Best first; those of another number than wanted come last. The order is stable, so of equal ones the first method's comes first.</summary>
    private static SegmentTrial[] Ordered(SegmentRequest request, IReadOnlyList<SegmentTrial> trials) => request.Clusters is { } wanted
        ? [.. trials.OrderBy(trial => Math.Abs(trial.Clusters - wanted)).ThenBy(trial => trial.Parted).ThenBy(trial => trial.Method)]
        : [.. trials.OrderByDescending(trial => trial.Score).ThenBy(trial => trial.Clusters).ThenBy(trial => trial.Method)];

    private static IEnumerable<SegmentTrial> Finalists(SegmentRequest request, SegmentTrial[] order) =>
        order.Where(trial => request.Clusters is null ? trial.Score > 0 : trial.Clusters == order[0].Clusters).DistinctBy(trial => trial.Method).Take(MostFinalists);

    private static SegmentTrial? Decide(SegmentRequest request, SegmentTrial[] order, Dictionary<SegmentTrial, SegmentStability?> finalists)
    {
        bool ComesBack(SegmentTrial trial) => finalists.TryGetValue(trial, out var stability) && (request.Clusters is not null || (stability?.Mean ?? 1) >= LeastStability);
        var best = order.FirstOrDefault(ComesBack) ?? order.FirstOrDefault(finalists.ContainsKey);
        return best is null ? null : order.Where(trial => finalists.ContainsKey(trial) && IsAsGood(request, trial, best)).MaxBy(trial => finalists[trial]?.Mean ?? -1);
    }

    private static bool IsAsGood(SegmentRequest request, SegmentTrial trial, SegmentTrial best) => request.Clusters is null
        ? trial.Clusters == best.Clusters && trial.Score >= best.Score * (1 - AsGoodShare)
        : trial.Parted <= (best.Parted * (1 + AsGoodShare)) + AsGoodParted;

    private static SegmentCandidate Told(SegmentRequest request, SegmentTrials trials, SegmentTrial trial, Dictionary<SegmentTrial, SegmentStability?> finalists)
    {
        var method = request.Methods[trial.Method];
        var candidate = new SegmentCandidate(method.Name, method.Setting, trial.Clusters, trial.Parted, trial.Support, trial.Score, trial.Noise) { Agreement = trial.Agreement };
        var points = trials.Graph.Points;
        return !finalists.TryGetValue(trial, out var stability) ? candidate : candidate with
        {
            Silhouette = SegmentIndexes.Silhouette(points, trial.Labels, request.Context.Seed, request.Context.Cancellation),
            CalinskiHarabasz = SegmentIndexes.CalinskiHarabasz(points, trial.Labels),
            DaviesBouldin = SegmentIndexes.DaviesBouldin(points, trial.Labels),
            Stability = stability,
        };
    }
}
