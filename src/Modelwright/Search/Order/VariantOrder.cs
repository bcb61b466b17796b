using Modelwright.Features;

namespace Modelwright.Search.Order;

/// <summary>Which way to make features a learner tries next, by what the ways did for other learners.</summary>
internal static class VariantOrder
{
    /// <summary>Part of a loss by which a way must be worse than the usual one to be doubted: less is chance.</summary>
    private const double ClearlyWorse = 0.001;

    /// <summary>The first that no learner did clearly worse with; where each was, the first.</summary>
    /// <param name="left">Ways not tried yet, in the order of the list; at least one.</param>
    /// <param name="trials">All trials so far.</param>
    internal static FeatureVariant Next(IReadOnlyList<FeatureVariant> left, IReadOnlyList<Trial> trials) =>
        left.FirstOrDefault(variant => !trials.Any(trial => trial.Candidate.Features == variant && IsWorse(trial, trials))) ?? left[0];

    /// <summary>Whether a trial is clearly worse than the same setting on the usual features.</summary>
    private static bool IsWorse(Trial trial, IReadOnlyList<Trial> trials) => trials.Any(usual =>
        usual.Candidate.Features == FeatureVariant.Standard
        && usual.Candidate.Learner == trial.Candidate.Learner
        && usual.Candidate.Values.ToString() == trial.Candidate.Values.ToString()
        && trial.Loss - usual.Loss > ClearlyWorse * Math.Abs(usual.Loss));
}
