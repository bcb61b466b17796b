using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Tasks.Anomalies.Contamination;

namespace Modelwright.Tasks.Anomalies;

/// <summary>What several detectors make together, told by their scores of the training rows; labels are never seen.</summary>
internal sealed class AnomalyBlend
{
    /// <summary>Where no row stands out, a row must be e times as surprising as the strangest of training to be an anomaly.</summary>
    private const double Margin = 1;

    /// <summary>
    /// A row counts by the detectors that it surprises most, of all weight a third: what only some kinds can see is not drowned. Chosen on simulated sets
    /// and on classes of other data, where a third and a half are alike and all of the weight is worse.
    /// </summary>
    private const double Foremost = 1.0 / 3;

    private AnomalyBlend(double[] weights, SurpriseScale[] scales, double[] scores)
    {
        (Weights, Scales, Scores) = (weights, scales, scores);
        (Contamination, Agreements) = (new(0, 0, 0, 0, 0, 0), []);
    }

    /// <summary>One a detector, of sum 1; 0 for one that is left out.</summary>
    public double[] Weights { get; }

    /// <summary>One a detector: how surprising its scores are.</summary>
    public IReadOnlyList<SurpriseScale> Scales { get; }

    /// <summary>One a training row, from 0 to 1: how strange it is.</summary>
    public double[] Scores { get; }

    /// <summary>One a detector: its correlation with the weighted mean of the others, 0 where it is below.</summary>
    public double[] Agreements { get; private init; }

    /// <summary>How many training rows are held to be strange, with its interval and what each estimator said.</summary>
    public ContaminationEstimate Contamination { get; private init; }

    /// <summary>A row of this score or more is an anomaly; from 0 to 1.</summary>
    public double Threshold { get; private init; }

    /// <summary>Chooses the weights by the scores, and estimates how many rows are strange.</summary>
    /// <param name="scores">Detectors x training rows, finite; one of each or more.</param>
    /// <param name="share">The share of anomalies that a person told, above 0 and at most 0.5; null to estimate it.</param>
    /// <param name="seed">The chance of the interval.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The blend.</returns>
    public static AnomalyBlend Of(IReadOnlyList<double[]> scores, double? share, int seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Of(scores, weights: null, share, seed, cancellation);
    }

    /// <summary>As the other, with weights that were chosen before.</summary>
    /// <param name="scores">Detectors x training rows.</param>
    /// <param name="weights">One a detector, of sum 1; null to choose them.</param>
    /// <param name="share">The share of anomalies that a person told; null to estimate it.</param>
    /// <param name="seed">The chance of the interval.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    /// <returns>The blend.</returns>
    public static AnomalyBlend Of(IReadOnlyList<double[]> scores, double[]? weights, double? share, int seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        SurpriseScale[] scales = [.. scores.Select(some => SurpriseScale.Of(some))];
        double[][] surprises = [.. scores.Select((some, member) => some.Select(scales[member].Of).ToArray())];
        cancellation.ThrowIfCancellationRequested();
        var chosen = weights ?? MemberWeights.Of(surprises);
        var sums = Sums(surprises, chosen);
        var estimate = ContaminationEstimator.Of(Magnitudes.Of(scores, chosen), seed, cancellation);
        return new(chosen, scales, [.. sums.Select(AnomalyBlendForm.ScoreOf)])
        {
            Agreements = MemberWeights.Agreements(surprises, chosen),
            Contamination = estimate,
            Threshold = From(sums, share ?? estimate.Share),
        };
    }

    /// <summary>The form of the detectors that count.</summary>
    /// <param name="members">One a detector, in the order of the scores.</param>
    /// <returns>A form that scores the training rows as <see cref="Scores"/> are.</returns>
    public AnomalyBlendForm Form(IReadOnlyList<IForm> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        int[] kept = [.. Enumerable.Range(0, Weights.Length).Where(member => Weights[member] > 0)];
        return new([.. kept.Select(member => members[member])], [.. kept.Select(member => Weights[member])], [.. kept.Select(member => Scales[member])], Foremost);
    }

    private static double[] Sums(double[][] surprises, double[] weights)
    {
        var (sums, row) = (new double[surprises[0].Length], new double[weights.Length]);
        for (var place = 0; place < sums.Length; place++)
        {
            for (var member = 0; member < row.Length; member++)
            {
                row[member] = surprises[member][place];
            }

            sums[place] = AnomalyBlendForm.Together(row, weights, Foremost);
        }

        return sums;
    }

    private static double From(double[] sums, double share)
    {
        var sorted = (double[])sums.Clone();
        Array.Sort(sorted);
        var count = (int)Math.Round(share * sorted.Length);
        return AnomalyBlendForm.ScoreOf(count == 0 ? sorted[^1] + Margin : sorted[^count]);
    }
}
