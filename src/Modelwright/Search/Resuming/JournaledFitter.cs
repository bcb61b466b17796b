using Modelwright.Validation;

namespace Modelwright.Search.Resuming;

/// <summary>Fits candidates, and takes up those that the run has finished before.</summary>
/// <param name="fitter">Fits the others.</param>
/// <param name="journal">What is finished; null where nothing is kept.</param>
/// <param name="kind">How answers look.</param>
/// <param name="clock">The clock of the run.</param>
internal sealed class JournaledFitter(CrossFitter fitter, TrialJournal? journal, AnswerKind kind, RunClock clock)
{
    /// <summary>Fits a candidate on all splits, or takes the fits up.</summary>
    /// <returns>The fits, null where <paramref name="goOn"/> said no; and the seconds it took, now or then.</returns>
    public (CrossFit? Fits, double Seconds) Fit(Candidate candidate, Partition partition, FitLimits limits, Func<double[], bool>? goOn)
    {
        if (journal?.Take(candidate, partition, kind) is { } known)
        {
            return (known.Fits, known.Record.Seconds);
        }

        var start = clock.Elapsed;
        var fits = fitter.Fit(candidate, partition, limits, goOn);
        var end = clock.Elapsed;
        var seconds = fits?.Seconds ?? end - start;
        journal?.Put(candidate, fits, seconds, end);
        return (fits, seconds);
    }
}
