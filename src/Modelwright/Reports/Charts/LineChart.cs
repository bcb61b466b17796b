using System.Text.Json.Serialization;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Charts;

/// <summary>Lines or dots over two axes.</summary>
public sealed record LineChart : Chart
{
    private const int MostRows = 60;

    /// <summary>From left to right.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>From bottom to top.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Grid Table
    {
        get
        {
            var drawn = Series.Where(series => series.Look != SeriesLook.Reference).ToArray();
            var points = drawn.SelectMany(series => series.Points.Select(point => (series.Name, Point: point))).ToArray();
            var hasIntervals = points.Any(point => point.Point.Lower is not null);
            var hasNames = points.Any(point => point.Point.Name is not null);
            var headings = $"{(drawn.Length > 1 ? "line|" : "")}{(hasNames ? "name|" : "")}>{X.Title}|>{Y.Title}{(hasIntervals ? "|>95 % interval" : "")}";
            var step = Math.Max(1, (points.Length + MostRows - 1) / MostRows);
            var rows = points.Where((_, place) => place % step == 0 || place == points.Length - 1).Select(point => (IReadOnlyList<string>)
            [
                .. drawn.Length > 1 ? [point.Name] : Array.Empty<string>(),
                .. hasNames ? [point.Point.Name ?? ""] : Array.Empty<string>(),
                AxisTicks.Text(X, point.Point.X),
                AxisTicks.Text(Y, point.Point.Y),
                .. hasIntervals ? [Interval(point.Point)] : Array.Empty<string>(),
            ]);
            return Grid.Of(Title, headings, rows) with { Note = step > 1 ? $"Every {Ordinal(step)} point; the picture has all {Numbers.Count(points.Length)}." : "" };
        }
    }

    private static string Interval(ChartPoint point) =>
        point is { Lower: { } lower, Upper: { } upper } ? $"{Numbers.Short(lower)} … {Numbers.Short(upper)}" : "";

    private static string Ordinal(int step) => step switch { 2 => "second", 3 => "third", _ => $"{step}th" };
}
