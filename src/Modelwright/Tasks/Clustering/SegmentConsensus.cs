using Modelwright.Core.Learning;
using Modelwright.Measures.Segments;

namespace Modelwright.Tasks.Clustering;

/// <summary>
/// How far learners of other kinds see the same segments: real ones are found by more than one idea of what a segment is, and the
/// parts that one learner makes of an even cloud by hardly any other.
/// </summary>
/// <remarks>In the idea of Strehl and Ghosh 2002, "Cluster ensembles", with the two that are nearest in place of all, as few learners see segments of any shape.</remarks>
internal static class SegmentConsensus
{
    /// <summary>What counts where there is no other learner: that of clouds that just touch.</summary>
    public const double Alone = 0.625;

    /// <summary>The nearest other learner counts so much, the next the rest.</summary>
    private const double OfNearest = 0.75;

    /// <summary>Labellings whose numbers differ by more than this share of the larger are not compared.</summary>
    private const double MostUnlike = 0.5;

    /// <summary>The trials with their agreement.</summary>
    /// <param name="trials">All that were made.</param>
    /// <param name="learnerOf">The learner of a method.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static SegmentTrial[] Of(IReadOnlyList<SegmentTrial> trials, Func<int, string> learnerOf, FitContext context)
    {
        string[] learners = [.. trials.Select(trial => learnerOf(trial.Method))];
        string[] kinds = [.. learners.Distinct()];
        if (kinds.Length < 2)
        {
            return [.. trials.Select(trial => trial with { Agreement = Alone })];
        }

        var agreed = new SegmentTrial[trials.Count];
        Parallel.For(0, agreed.Length, new() { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.Cancellation }, place =>
        {
            var best = kinds.ToDictionary(kind => kind, _ => 0.0, StringComparer.Ordinal);
            for (var other = 0; other < trials.Count; other++)
            {
                if (learners[other] != learners[place] && AreNear(trials[place].Clusters, trials[other].Clusters))
                {
                    best[learners[other]] = Math.Max(best[learners[other]], Likeness(trials[place], trials[other]));
                }
            }

            var nearest = best.Where(pair => pair.Key != learners[place]).Select(pair => pair.Value).OrderDescending().ToArray();
            agreed[place] = trials[place] with { Agreement = nearest.Length == 1 ? nearest[0] : (OfNearest * nearest[0]) + ((1 - OfNearest) * nearest[1]) };
        });
        return agreed;
    }

    private static bool AreNear(int one, int other) => Math.Abs(one - other) <= MostUnlike * Math.Max(one, other);

    private static double Likeness(SegmentTrial one, SegmentTrial other) => SegmentLikeness.Of(one.Labels, one.Clusters, other.Labels, other.Clusters);
}
