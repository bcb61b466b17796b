using Modelwright.Measures.Intervals;

namespace Modelwright.Monitoring;

/// <summary>Where a metric is going over windows.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="IsEstimated">Whether the figures are estimates.</param>
/// <param name="Slope">Change from window to window: the median slope of all pairs (Sen 1968).</param>
/// <param name="Chance">How likely chance alone gives an order as clear, either way (Mann 1945, by the normal distribution).</param>
/// <param name="Windows">Windows that have the figure.</param>
public sealed record PerformanceTrend(string Metric, bool IsEstimated, double Slope, double Chance, int Windows)
{
    private const int FewestWindows = 4;
    private const int MostWindows = 1_000;

    /// <summary>The trend of values; null with fewer than four of them. Of more than a thousand windows the last thousand count.</summary>
    internal static PerformanceTrend? Of(string metric, bool isEstimated, IReadOnlyList<double?> values)
    {
        (int Place, double Value)[] known = [.. values.Select((value, place) => (place, value)).Where(pair => pair.value is not null).Select(pair => (pair.place, pair.value!.Value)).TakeLast(MostWindows)];
        if (known.Length < FewestWindows)
        {
            return null;
        }

        var slopes = new List<double>();
        var rising = 0;
        for (var one = 0; one < known.Length; one++)
        {
            for (var other = one + 1; other < known.Length; other++)
            {
                var change = known[other].Value - known[one].Value;
                slopes.Add(change / (known[other].Place - known[one].Place));
                rising += Math.Sign(change);
            }
        }

        slopes.Sort();
        var middle = slopes.Count / 2;
        var slope = slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
        var deviation = Math.Sqrt(known.Length * (known.Length - 1.0) * ((2.0 * known.Length) + 5) / 18);

        // Kendall's correction for the steps that the sum goes in.
        return new(metric, isEstimated, slope, Math.Min(1, 2 * NormalTail.Of(Math.Max(0, Math.Abs(rising) - 1) / deviation)), known.Length);
    }
}
