namespace Modelwright.Core.Learning.Abilities;

/// <summary>
/// What a learner may say beside <see cref="ILearner"/>: several settings cost little more than one, such as all numbers of clusters
/// from one tree of merges.
/// </summary>
public interface IFitsSeveral
{
    /// <summary>Learns by each setting.</summary>
    /// <param name="data">What to learn from.</param>
    /// <param name="settings">The settings, one or more.</param>
    /// <param name="context">Seed, threads, time and cancellation.</param>
    /// <returns>One a setting, in order: what <see cref="ILearner.Fit"/> would give, to the bit.</returns>
    IReadOnlyList<Fitted> FitSeveral(TrainingSet data, IReadOnlyList<ParameterValues> settings, FitContext context);
}
