using Modelwright.Monitoring;
using Modelwright.Reports;
using Modelwright.Reports.Charts;

namespace Modelwright.Studio.Charts;

/// <summary>Pictures of windows over time: quality by labels and by estimate, and how far columns have moved.</summary>
internal static class HistoryCharts
{
    private const int MostMetrics = 3;
    private const int MostColumns = 4;
    private const int MostWindows = 200;

    internal static IReadOnlyList<Chart> Of(MonitorHistory history)
    {
        WindowReport[] windows = [.. history.Windows.TakeLast(MostWindows)];
        return
        [
            .. windows.SelectMany(window => window.Performance).Select(figure => figure.Metric).Distinct(StringComparer.Ordinal).Take(MostMetrics).Select(metric => Quality(windows, metric)),
            .. Drift(windows) is { } drift ? [drift] : Array.Empty<Chart>(),
            .. Alarms(windows),
        ];
    }

    private static LineChart Quality(WindowReport[] windows, string metric)
    {
        ChartSeries[] series = [.. Lines(windows, metric, isEstimated: false, "by labels"), .. Lines(windows, metric, isEstimated: true, "estimated"), .. Reference(windows, metric)];
        return new()
        {
            Title = metric,
            Reading = "Whiskers are 95 % intervals. The estimate needs no labels; the dashes are the reference.",
            X = Windows(windows),
            Y = Around(metric, series.SelectMany(one => one.Points).SelectMany(point => new[] { point.Y, point.Lower ?? point.Y, point.Upper ?? point.Y })),
            Series = series,
        };
    }

    private static IEnumerable<ChartSeries> Lines(WindowReport[] windows, string metric, bool isEstimated, string name)
    {
        ChartPoint[] points =
        [
            .. windows.Select((window, place) => (Place: place, Window: window, Figure: window.Performance.FirstOrDefault(figure => figure.Metric == metric && figure.IsEstimated == isEstimated)))
                .Where(one => one.Figure is { } figure && double.IsFinite(figure.Value))
                .Select(one => new ChartPoint(one.Place + 1, one.Figure!.Value) { Lower = Finite(one.Figure.Lower), Upper = Finite(one.Figure.Upper), Name = one.Window.Name }),
        ];
        return points.Length == 0 ? [] : [new(name, SeriesLook.DottedLine, points)];
    }

    private static IEnumerable<ChartSeries> Reference(WindowReport[] windows, string metric) =>
        windows.SelectMany(window => window.Performance).LastOrDefault(figure => figure.Metric == metric && figure.Reference is not null)?.Reference is { } reference && double.IsFinite(reference)
            ? [new("reference", SeriesLook.Reference, [new(1, reference), new(Math.Max(2, windows.Length), reference)])]
            : [];

    private static LineChart? Drift(WindowReport[] windows)
    {
        (string Name, string Of)[] names =
        [
            .. windows.SelectMany(window => window.Drift).GroupBy(figure => (figure.Name, figure.Of))
                .OrderByDescending(group => group.Max(figure => figure.Threshold > 0 ? figure.Distance / figure.Threshold : 0)).Take(MostColumns).Select(group => group.Key),
        ];
        if (names.Length == 0)
        {
            return null;
        }

        ChartSeries[] series = [.. names.Select(name => new ChartSeries(name.Of == "column" ? name.Name : $"{name.Name} ({name.Of})", SeriesLook.DottedLine, Distances(windows, name)))];
        return new()
        {
            Title = "Distance from the reference",
            Reading = "The columns that moved furthest, as a multiple of the distance that matters to each: above 1 it matters.",
            X = Windows(windows),
            Y = new("times what matters", 0, Math.Max(1.2, series.SelectMany(one => one.Points).Max(point => point.Y) * 1.05)),
            Series = [.. series, new("what matters", SeriesLook.Reference, [new(1, 1), new(Math.Max(2, windows.Length), 1)])],
        };
    }

    private static ChartPoint[] Distances(WindowReport[] windows, (string Name, string Of) name) =>
    [
        .. windows.Select((window, place) => (Place: place, Window: window, Figure: window.Drift.FirstOrDefault(figure => figure.Name == name.Name && figure.Of == name.Of)))
            .Where(one => one.Figure is { Threshold: > 0 } figure && double.IsFinite(figure.Distance))
            .Select(one => new ChartPoint(one.Place + 1, Math.Max(0, one.Figure!.Distance / one.Figure.Threshold)) { Name = one.Window.Name }),
    ];

    private static IEnumerable<Chart> Alarms(WindowReport[] windows)
    {
        if (windows.Length < 2)
        {
            yield break;
        }

        yield return new LineChart
        {
            Title = "Alarms and notes",
            Reading = "How many findings each window has.",
            X = Windows(windows),
            Y = new("findings", 0, Math.Max(1, windows.Max(window => window.Findings.Count)) * 1.05),
            Series =
            [
                new("alarms", SeriesLook.DottedLine, [.. windows.Select((window, place) => new ChartPoint(place + 1, window.Findings.Count(finding => finding.IsAlarm)) { Name = window.Name })]),
                new("notes", SeriesLook.DottedLine, [.. windows.Select((window, place) => new ChartPoint(place + 1, window.Findings.Count(finding => !finding.IsAlarm)) { Name = window.Name })]),
            ],
        };
    }

    private static ChartAxis Windows(WindowReport[] windows) => new(windows.Length == 1 ? "window" : $"window 1 to {Numbers.Count(windows.Length)}", 1, Math.Max(2, windows.Length));

    private static ChartAxis Around(string title, IEnumerable<double> values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        var (least, most) = known.Length == 0 ? (0, 1) : (known.Min(), known.Max());
        var room = most > least ? (most - least) * 0.08 : Math.Max(Math.Abs(least) * 0.1, 1e-9);
        return new(title, least - room, most + room);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
