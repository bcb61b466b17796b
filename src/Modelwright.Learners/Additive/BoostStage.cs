using Modelwright.Core.Learning;

namespace Modelwright.Learners.Additive;

/// <summary>Boosts some terms in all bags side by side, so that at a deadline all have done as many rounds.</summary>
internal sealed class BoostStage(Bag[] bags, FitContext context)
{
    /// <summary>Updates of scores between two looks at the clock: one a row and output for each term.</summary>
    private const double UpdatesBetweenLooks = 2e6;

    private const int MostRoundsBetweenLooks = 10;

    /// <summary>Runs rounds until all bags have ended, there are enough, or the deadline has come.</summary>
    /// <param name="terms">At least one.</param>
    /// <param name="rounds">Rounds at most.</param>
    /// <param name="smoothing">First rounds whose cuts are drawn.</param>
    /// <param name="progress">Called with the share of the rounds that are done.</param>
    /// <returns>Rounds done, and whether the deadline ended them.</returns>
    public (int Rounds, bool IsLate) Run(BoostedTerm[] terms, int rounds, int smoothing, Action<double> progress)
    {
        Each(bag => bag.Start(terms));
        var updates = (double)terms.Length * bags.Length * bags[0].Slopes.Scores.Length;
        var together = (int)Math.Clamp(UpdatesBetweenLooks / updates, 1, MostRoundsBetweenLooks);
        var done = 0;
        while (done < rounds && !Array.TrueForAll(bags, bag => bag.HasEnded))
        {
            // One block of rounds is done however late it is: there is always a usable form.
            if (done > 0 && context.IsLate)
            {
                Each(bag => bag.Finish());
                return (done, true);
            }

            var end = Math.Min(rounds, done + together);
            Each(bag => Run(bag, done, end, smoothing));
            done = end;
            progress(done / (double)rounds);
            context.Cancellation.ThrowIfCancellationRequested();
        }

        Each(bag => bag.Finish());
        return (done, false);
    }

    private void Run(Bag bag, int start, int end, int smoothing)
    {
        for (var round = start; round < end && !bag.HasEnded && !context.Cancellation.IsCancellationRequested; round++)
        {
            bag.Round(round < smoothing, context.Cancellation);
        }
    }

    private void Each(Action<Bag> action)
    {
        if (context.Threads <= 1)
        {
            Array.ForEach(bags, action);
        }
        else
        {
            Parallel.ForEach(bags, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, action);
        }

        context.Cancellation.ThrowIfCancellationRequested();
    }
}
