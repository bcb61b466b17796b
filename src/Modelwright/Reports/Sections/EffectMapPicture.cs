using Modelwright.Recording.Insights;
using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Sections;

/// <summary>How two columns move the answer together.</summary>
internal static class EffectMapPicture
{
    /// <summary>The picture of a map.</summary>
    public static HeatChart Of(EffectMap map)
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
