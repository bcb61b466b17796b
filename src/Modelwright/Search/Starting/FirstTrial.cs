using System.Globalization;
using Modelwright.Search.Costs;
using Modelwright.Validation;

namespace Modelwright.Search.Starting;

/// <summary>
/// Whether a learner can be tried at all. A first trial is cut short where the whole does not fit, but not below what the
/// learner needs before it answers anything: a tree for each of 1,000 classes, say.
/// </summary>
internal static class FirstTrial
{
    /// <summary>Estimates are right to a factor of 3, so memory is not yet short at the limit.</summary>
    private const double Slack = 2;

    /// <summary>What is said of a fit that took too long.</summary>
    public const string CalledOff = "its fit did not end in the time left. Give more with --budget.";

    /// <summary>Why a learner is left out; null where it is tried.</summary>
    /// <param name="candidate">Its first setting.</param>
    /// <param name="costs">What trials are expected to cost.</param>
    /// <param name="seconds">Seconds left of the search; infinity without a budget.</param>
    /// <param name="bytes">Bytes that the process is to keep within.</param>
    public static string? Fault(Candidate candidate, CostModel costs, double seconds, long bytes)
    {
        var (title, learner) = (candidate.Learner.Info.Title, candidate.Learner);
        var needed = costs.Bytes(learner, candidate.Values);
        if (needed > Slack * bytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{title} was not tried: a fit of it would take about {needed / 1e9:0.0} GB of memory. Allow more with --memory.");
        }

        var least = costs.Least(learner, candidate.Values);
        return least > Math.Max(0, seconds)
            ? string.Create(CultureInfo.InvariantCulture, $"{title} was not tried: on this data it takes about {least:0.#} s before it has anything to answer, and {Math.Max(0, seconds):0.#} s were left. Give more with --budget.")
            : null;
    }
}
