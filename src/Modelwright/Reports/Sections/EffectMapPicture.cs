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
        // What is left of a sum in the last digits of a double is nothing.
        var strength = map.Strength > 1e-9 * Math.Max(Math.Abs(least), Math.Abs(most)) ? map.Strength : 0;
        var (rows, columns) = (map.FirstPoints.Count, map.SecondPoints.Count);
        IReadOnlyList<IReadOnlyList<double>> Fields(Func<double, double> value) =>
            [.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<double>)[.. Enumerable.Range(0, columns).Select(column => value(map.Means[(row * columns) + column]))])];
        return new()
        {
            Title = $"{map.First} and {map.Second} together",
            Reading = $"The mean answer{(map.Output is { } output ? $" (probability of '{output}')" : "")}, had all of {Numbers.Count(map.Rows)} rows the two values of a field; the stronger in colour, the higher. On average a field differs by {Numbers.Short(strength)} from what the two columns do one by one.",
            RowsTitle = map.First,
            ColumnsTitle = map.Second,
            Rows = [.. map.FirstPoints.Select(Brief)],
            Columns = [.. map.SecondPoints.Select(Brief)],
            Values = Fields(mean => mean),
            Shades = Fields(mean => most > least ? (mean - least) / (most - least) : 0),
        };
    }

    // Points are texts already: a time at midnight is a day, and a number needs three digits beside a field.
    private static string Brief(string point) =>
        double.TryParse(point, System.Globalization.CultureInfo.InvariantCulture, out var value) ? Numbers.Brief(value) : point.Replace("T00:00:00", "", StringComparison.Ordinal);
}
