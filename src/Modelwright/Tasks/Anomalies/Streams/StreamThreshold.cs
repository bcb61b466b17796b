namespace Modelwright.Tasks.Anomalies.Streams;

/// <summary>The score from which on a reading is an anomaly, told by the scores of training.</summary>
/// <param name="Value">The score; above 0.</param>
/// <param name="Found">Readings of training with that score or more.</param>
/// <param name="Reason">How it came about, in a sentence or two.</param>
/// <remarks>
/// A score is about minus the logarithm to base 10 of a chance, so the expected number of readings above a threshold is known. As in
/// Benjamini &amp; Hochberg 1995 the lowest threshold is taken at which at most one in ten of what is found would be there by chance.
/// Fewer than one false alarm in a thousand readings and more than one in some thirty thousand are kept, however many anomalies there are.
/// </remarks>
internal sealed record StreamThreshold(double Value, int Found, string Reason)
{
    private const double Lowest = 3;
    private const double Highest = 4.5;
    private const double MostByChance = 0.1;

    /// <summary>The threshold.</summary>
    /// <param name="scores">Scores of the readings that were judged; 0 or more, finite.</param>
    /// <param name="readings">Readings in all, of which a told share is.</param>
    /// <param name="share">The share of anomalies that a person told; null to estimate it.</param>
    public static StreamThreshold Of(IEnumerable<double> scores, int readings, double? share)
    {
        double[] sorted = [.. scores.OrderDescending()];
        return share is { } told ? Told(sorted, (int)Math.Round(told * readings)) : Estimated(sorted);
    }

    private static StreamThreshold Told(double[] sorted, int count)
    {
        const string Reason = "The share of anomalies was told.";
        var strangest = sorted.Length > 0 ? sorted[0] : 0;
        var value = count == 0 ? strangest + 1 : sorted[..Math.Min(count, sorted.Length)].LastOrDefault(score => score > 0);
        return value > 0
            ? new(value, sorted.Count(score => score >= value), Reason)
            : new(Highest, 0, $"{Reason} No reading of training could be judged, so the usual threshold is taken.");
    }

    private static StreamThreshold Estimated(double[] sorted)
    {
        var place = Array.FindLastIndex(sorted, score => score >= Lowest);
        while (place >= 0 && sorted.Length * Math.Pow(10, -sorted[place]) > MostByChance * (place + 1))
        {
            place--;
        }

        var value = place < 0 ? Highest : Math.Clamp(sorted[place], Lowest, Highest);
        var found = sorted.Count(score => score >= value);
        var byChance = sorted.Length * Math.Pow(10, -value);
        return new(value, found, FormattableString.Invariant($"A score is about minus the logarithm to base 10 of the chance of so strange a reading; {byChance:0.##} of {sorted.Length:#,0} readings would reach {value:0.##} by chance. It is the lowest threshold from {Lowest} to {Highest} at which at most one in ten of what is found is expected to be chance, or else the highest. Give a share with --contamination to have as many called anomalies."));
    }
}
