using System.Globalization;
using Modelwright.Recording;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>How the most important columns move the answer, alone and two together.</summary>
internal static class EffectSection
{
    private const int Most = 12;
    private const int MostLevels = 12;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var evidence = ground.Evidence;
        Chart[] pictures = [.. evidence.Effects.Where(effect => effect.Points.Count > 1).Take(Most).Select(effect => Picture(effect, evidence.Target ?? "answer")), .. evidence.EffectMaps.Select(Picture)];
        if (pictures.Length == 0)
        {
            yield break;
        }

        yield return new Prose("The mean answer where a column had one value for all rows (partial dependence), and the same summed up from rows near each value (accumulated local effects), which stays right where columns go together. Where the two part, the first asks for rows that do not occur. An effect on the answer is not an effect on the world.");
        foreach (var picture in pictures)
        {
            yield return picture;
        }
    }

    private static LineChart Picture(Effect effect, string target)
    {
        var points = effect.Kind == "category" ? [.. effect.Points.OrderByDescending(point => point.Share).Take(MostLevels).OrderBy(point => point.Mean)] : effect.Points;
        var middle = Middle(points);
        var isNames = effect.Kind != "number";
        double Place(EffectPoint point, int place) => isNames ? place : point.Value ?? place;
        var answer = effect.Output is { } output ? $"probability of {output}" : target;
        ChartPoint[] dependence = [.. points.Select((point, place) => new ChartPoint(Place(point, place), point.Mean) { Lower = point.Lower, Upper = point.Upper })];
        ChartPoint[] accumulated = [.. points.Select((point, place) => new ChartPoint(Place(point, place), point.Accumulated + middle))];
        return new()
        {
            Title = effect.Column,
            Reading = effect.Kind == "category" && effect.Points.Count > MostLevels ? $"The {MostLevels} most frequent of {Numbers.Count(effect.Points.Count)} levels." : $"Of {Numbers.Count(effect.Rows)} rows.",
            X = isNames
                ? new(effect.Column, 0, points.Count - 1) { Names = [.. points.Select(NameOf)] }
                : ChartAxis.Around(effect.Column, dependence.Select(point => point.X)),
            Y = ChartAxis.Around(answer, dependence.SelectMany(point => new[] { point.Lower ?? point.Y, point.Upper ?? point.Y }).Concat(accumulated.Select(point => point.Y))),
            Series =
            [
                new("partial dependence", effect.Kind == "category" ? SeriesLook.Dots : SeriesLook.DottedLine, dependence),
                new("accumulated local effects", effect.Kind == "category" ? SeriesLook.Dots : SeriesLook.Line, accumulated),
            ],
        };
    }

    // Accumulated effects are about 0; the mean answer of the rows brings them beside the other line.
    private static double Middle(IReadOnlyList<EffectPoint> points)
    {
        var share = points.Sum(point => point.Share);
        return share > 0 ? points.Sum(point => point.Share * point.Mean) / share : points.Average(point => point.Mean);
    }

    private static string NameOf(EffectPoint point) =>
        point.Level ?? (point.Value is { } days ? new DateTime((long)(days * TimeSpan.TicksPerDay)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "missing");

    private static HeatChart Picture(EffectMap map)
    {
        var (least, most) = (map.Means.Min(), map.Means.Max());
        var (rows, columns) = (map.FirstPoints.Count, map.SecondPoints.Count);
        IReadOnlyList<IReadOnlyList<double>> Fields(Func<double, double> value) =>
            [.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<double>)[.. Enumerable.Range(0, columns).Select(column => value(map.Means[(row * columns) + column]))])];
        return new()
        {
            Title = $"{map.First} and {map.Second} together",
            Reading = $"The mean answer{(map.Output is { } output ? $" (probability of {output})" : "")} of {Numbers.Count(map.Rows)} rows where both columns have the values of a field; the stronger in colour, the higher. The two together differ from the sum of each alone by {Numbers.Short(map.Strength)} on average.",
            RowsTitle = map.First,
            ColumnsTitle = map.Second,
            Rows = map.FirstPoints,
            Columns = map.SecondPoints,
            Values = Fields(mean => mean),
            Shades = Fields(mean => most > least ? (mean - least) / (most - least) : 0),
        };
    }
}
