namespace Modelwright.Nab.Scoring;

/// <summary>A detector's result over all series in one profile.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Threshold">The one threshold of all series that gives the highest score; infinity where none is above silence.</param>
/// <param name="Score">From 0 for a detector that is silent to 100 for one that is perfect; below 0 where it is worse than silence.</param>
/// <param name="Series">What each series contributed, in order.</param>
internal sealed record NabResult(NabProfile Profile, double Threshold, double Score, IReadOnlyList<NabScore> Series);

/// <summary>Scores a detector over all series: one threshold for all of them, the best for the profile.</summary>
/// <remarks>Lavin &amp; Ahmad 2015, section II: the threshold is optimised over the whole corpus; scores are scaled between a silent and a perfect detector.</remarks>
internal static class NabCorpus
{
    /// <summary>The best threshold and what it gives.</summary>
    /// <param name="corpus">The series.</param>
    /// <param name="scores">For each series one score a row.</param>
    /// <param name="profile">The profile.</param>
    public static NabResult Best(IReadOnlyList<NabSeries> corpus, IReadOnlyList<double[]> scores, NabProfile profile) =>
        At(corpus, scores, BestThreshold(corpus, scores, profile), profile);

    /// <summary>What one threshold gives.</summary>
    public static NabResult At(IReadOnlyList<NabSeries> corpus, IReadOnlyList<double[]> scores, double threshold, NabProfile profile)
    {
        NabScore[] parts = [.. corpus.Select((series, place) => NabScorer.Score(series, scores[place], threshold, profile))];
        return new(profile, threshold, Scaled(parts.Sum(part => part.Score), corpus.Sum(NabScorer.Windows), profile), parts);
    }

    /// <summary>A sum of series' scores as a share of the way from a silent detector to a perfect one, times 100.</summary>
    internal static double Scaled(double sum, int windows, NabProfile profile) =>
        100 * (sum + (profile.Missed * windows)) / ((profile.Found + profile.Missed) * windows);

    // Rows are taken from the strangest down: a false alarm adds its cost, a row in a window adds what it is worth more than the best so far.
    private static double BestThreshold(IReadOnlyList<NabSeries> corpus, IReadOnlyList<double[]> scores, NabProfile profile)
    {
        var rows = Rows(corpus, scores, profile);
        rows.Sort((left, right) => right.Score.CompareTo(left.Score));
        var windows = Enumerable.Repeat(-profile.Missed, corpus.Sum(series => series.Windows.Count)).ToArray();
        var (total, best, threshold) = (0.0, 0.0, double.PositiveInfinity);
        for (var place = 0; place < rows.Count; place++)
        {
            var (score, window, worth) = rows[place];
            var gain = window < 0 ? worth : Math.Max(0, worth - windows[window]);
            total += gain;
            if (window >= 0)
            {
                windows[window] = Math.Max(windows[window], worth);
            }

            if (total > best && (place + 1 == rows.Count || rows[place + 1].Score < score))
            {
                (best, threshold) = (total, score);
            }
        }

        return threshold;
    }

    private static List<(double Score, int Window, double Worth)> Rows(IReadOnlyList<NabSeries> corpus, IReadOnlyList<double[]> scores, NabProfile profile)
    {
        var rows = new List<(double, int, double)>();
        var firstWindow = 0;
        for (var place = 0; place < corpus.Count; place++)
        {
            var series = corpus[place];
            var next = 0;
            for (var row = 0; row < series.Values.Length; row++)
            {
                while (next < series.Windows.Count && row > series.Windows[next].Last)
                {
                    next++;
                }

                if (row < series.Probation)
                {
                    continue;
                }

                var isInside = next < series.Windows.Count && row >= series.Windows[next].First;
                rows.Add(isInside
                    ? (scores[place][row], firstWindow + next, NabScorer.Worth(series.Windows[next], row) * profile.Found)
                    : (scores[place][row], -1, NabScorer.Cost(next == 0 ? null : series.Windows[next - 1], row) * profile.FalseAlarm));
            }

            firstWindow += series.Windows.Count;
        }

        return rows;
    }
}
