using Modelwright.Core.Learning;

namespace Modelwright.Search.Costs;

/// <summary>
/// What part of the time left a trial may take. Where time is short, a learner that usually wins little would take it from those that win much,
/// and a fit that is cut short tells nothing of either.
/// </summary>
internal static class TrialTime
{
    private const double Least = 0.03;
    private const double Most = 0.5;

    /// <summary>Strength from which a learner is given more than the least.</summary>
    private const double Weak = 0.8;

    private const double Sure = 0.97;
    private const double Strong = 0.9;

    /// <summary>Share of all the time left, refit included, that the first trial of a sure learner may take: what it takes it mostly keeps, as a member.</summary>
    public const double OfSure = 0.6;

    /// <summary>Share of the search's time that the first setting of the strongest learner is made for.</summary>
    private const double Usual = 0.35;

    private const double LeastUsual = 0.1;

    /// <summary>Share of the budget that a first setting of every learner may take before time counts as short.</summary>
    private const double Ample = 0.15;

    /// <summary>The share of the time left that the first trial of a learner may take.</summary>
    public static double First(LearnerInfo learner) => Least + ((Most - Least) * Grade(learner));

    /// <summary>The share of the search that a learner may take in a first round: one that is not strong is left out where it would take more than the least.</summary>
    public static double Round(LearnerInfo learner) => learner.Strength >= Strong ? double.PositiveInfinity : Least;

    /// <summary>Whether the learner is so strong that a fit cut short is worth more than another one's that is not.</summary>
    public static bool IsSure(LearnerInfo learner) => learner.Strength >= Sure;

    /// <summary>The share of the whole search that the setting of a learner is made for, where it can be made shorter.</summary>
    public static double Planned(LearnerInfo learner) => LeastUsual + ((Usual - LeastUsual) * Grade(learner));

    /// <summary>
    /// Whether a round of first settings leaves too little time for the strong ones to be put at its end. Where reading the data took
    /// all the time it does not count: then whatever answers soonest is to be the model.
    /// </summary>
    /// <param name="round">Seconds of the round.</param>
    /// <param name="seconds">Seconds of the search; infinity without a budget.</param>
    public static bool IsShort(double round, double seconds) => seconds > 0 && round > Ample * seconds;

    // Squared, for what a strong learner wins is worth far more seconds than its lead in strength tells.
    private static double Grade(LearnerInfo learner) => Math.Pow(Math.Clamp((learner.Strength - Weak) / (1 - Weak), 0, 1), 2);
}
