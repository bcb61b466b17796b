using Modelwright.Reports.Charts;
using Modelwright.Studio.Serving;

namespace Modelwright.Studio.Charts;

/// <summary>Pictures of the last quarter of an hour: requests and how long models were asked.</summary>
internal static class TrafficCharts
{
    private const int MostVersions = 4;

    // Slots of ten seconds jump about; three together are still short.
    private const int Together = 3;

    internal static IReadOnlyList<Chart> Of(TrafficView traffic)
    {
        VersionTraffic[] shown = [.. traffic.Versions.Where(version => version.Lately > 0).OrderByDescending(version => version.Lately).Take(MostVersions)];
        return shown.Length == 0 ? [] : [Requests(traffic, shown), Durations(traffic, shown)];
    }

    private static LineChart Requests(TrafficView traffic, VersionTraffic[] shown)
    {
        ChartSeries[] series = [.. shown.Select(version => new ChartSeries(NameOf(version), SeriesLook.Line, [.. version.Slots.Chunk(Together).Select(slots => new ChartPoint(Ago(traffic, slots), slots.Sum(slot => slot.Requests) / slots.Sum(slot => slot.Length.TotalSeconds)))]))];
        return new()
        {
            Title = "Requests a second",
            Reading = "Answered requests by version, as means of half a minute.",
            X = Minutes(),
            Y = new("requests a second", 0, Math.Max(0.1, series.SelectMany(one => one.Points).Max(point => point.Y) * 1.1)),
            Series = series,
        };
    }

    private static LineChart Durations(TrafficView traffic, VersionTraffic[] shown)
    {
        ChartSeries[] series = [.. shown.Select(version => new ChartSeries(NameOf(version), SeriesLook.DottedLine, [.. version.Slots.Where(slot => slot.Slowest is not null).Select(slot => new ChartPoint(Ago(traffic, [slot]), slot.Slowest!.Value.TotalMilliseconds) { Name = NameOf(version) })]))];
        return new()
        {
            Title = "Time to answer, 99th percentile",
            Reading = "The time in which the model is asked that 99 of 100 requests keep, without network and parsing.",
            X = Minutes(),
            Y = new("milliseconds", 0, Math.Max(0.01, series.SelectMany(one => one.Points).Max(point => point.Y) * 1.1)),
            Series = series,
        };
    }

    private static ChartAxis Minutes() => new("minutes from now", -15, 0);

    private static double Ago(TrafficView traffic, TrafficSlot[] slots) => Math.Clamp((slots[0].Start + (slots.Length * slots[0].Length / 2) - traffic.Now).TotalMinutes, -15, 0);

    private static string NameOf(VersionTraffic version) => $"{version.Model}, version {version.Version}";
}
