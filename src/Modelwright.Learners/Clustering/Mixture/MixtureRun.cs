using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>Expectation and maximisation in turn until the likelihood hardly rises.</summary>
/// <remarks>Dempster, Laird &amp; Rubin 1977.</remarks>
internal static class MixtureRun
{
    /// <summary>A rise of the mean logarithm by less than this is not worth another round.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>Runs from some distributions, which are changed.</summary>
    /// <returns>The mean logarithm of the densities, the rounds that were made, and whether the deadline came before they were over.</returns>
    public static (double Likelihood, int Rounds, bool WasLate) Run(Expectation expectation, int rounds, FitContext context)
    {
        var likelihood = expectation.Look();
        for (var round = 0; round < rounds; round++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (round > 0 && context.IsLate)
            {
                return (likelihood, round, true);
            }

            expectation.Maximize();
            var next = expectation.Look();
            if (next <= likelihood + Tolerance)
            {
                return (next, round + 1, false);
            }

            likelihood = next;
        }

        return (likelihood, rounds, false);
    }
}
