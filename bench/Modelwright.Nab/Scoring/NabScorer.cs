namespace Modelwright.Nab.Scoring;

/// <summary>The score of the Numenta Anomaly Benchmark.</summary>
/// <remarks>
/// Lavin &amp; Ahmad 2015, section II: a window counts once, by its earliest detection, worth what the scaled sigmoid gives at
/// its place; a false alarm costs more the farther it lies behind a window. As the reference counts it, the place of a row in a
/// window of w rows runs from -1 to -1/w and what is found is divided by the sigmoid at -1; behind a window the distance is counted in widths less one row.
/// </remarks>
internal static class NabScorer
{
    private const double FarBehind = 3;

    /// <summary>Scores one series at a threshold.</summary>
    /// <param name="series">The series.</param>
    /// <param name="scores">One a row, higher is stranger.</param>
    /// <param name="threshold">The least score that is a detection.</param>
    /// <param name="profile">What finding and failing are worth.</param>
    public static NabScore Score(NabSeries series, ReadOnlySpan<double> scores, double threshold, NabProfile profile)
    {
        var total = 0.0;
        var found = 0;
        var counts = new int[4];
        for (var place = -1; place < series.Windows.Count; place++)
        {
            if (place >= 0 && ScorableRows(series, series.Windows[place]) is var (first, last) && first <= last)
            {
                var best = InWindow(series, place, scores, threshold, profile, counts);
                found += best > -profile.Missed ? 1 : 0;
                total += best;
            }

            total += Behind(series, place, scores, threshold, profile, counts);
        }

        return new(total, counts[0], counts[1], counts[2], counts[3], found);
    }

    /// <summary>Windows of a series that count: those with a row after probation.</summary>
    public static int Windows(NabSeries series) => series.Windows.Count(window => window.Last >= series.Probation);

    /// <summary>What a detection in a window is worth to the standard weight of 1.</summary>
    internal static double Worth(NabWindow window, int row) =>
        Sigmoid(-(window.Last - row + 1.0) / window.Width) / Sigmoid(-1);

    /// <summary>What a false alarm costs to a weight of 1, below 0.</summary>
    internal static double Cost(NabWindow? previous, int row) =>
        previous is not { } window ? -1 : Sigmoid((row - window.Last) / Math.Max(window.Width - 1.0, 1e-9));

    internal static double Sigmoid(double position) => position >= FarBehind ? -1 : (2 / (1 + Math.Exp(5 * position))) - 1;

    private static (int First, int Last) ScorableRows(NabSeries series, NabWindow window) => (Math.Max(window.First, series.Probation), window.Last);

    private static double InWindow(NabSeries series, int place, ReadOnlySpan<double> scores, double threshold, NabProfile profile, int[] counts)
    {
        var window = series.Windows[place];
        var (first, last) = ScorableRows(series, window);
        var best = -profile.Missed;
        for (var row = first; row <= last; row++)
        {
            var isDetected = scores[row] >= threshold;
            counts[isDetected ? 0 : 3]++;
            best = isDetected ? Math.Max(best, Worth(window, row) * profile.Found) : best;
        }

        return best;
    }

    private static double Behind(NabSeries series, int place, ReadOnlySpan<double> scores, double threshold, NabProfile profile, int[] counts)
    {
        NabWindow? previous = place < 0 ? null : series.Windows[place];
        var end = place + 1 < series.Windows.Count ? series.Windows[place + 1].First : scores.Length;
        var total = 0.0;
        for (var row = Math.Max(series.Probation, previous is { } window ? window.Last + 1 : 0); row < end; row++)
        {
            var isDetected = scores[row] >= threshold;
            counts[isDetected ? 2 : 1]++;
            total += isDetected ? Cost(previous, row) * profile.FalseAlarm : 0;
        }

        return total;
    }
}
