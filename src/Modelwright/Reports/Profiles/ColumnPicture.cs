using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Measures.Curves;
using Modelwright.Profile;
using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Profiles;

/// <summary>How the values of one column are spread.</summary>
internal static class ColumnPicture
{
    private const int Bins = 24;
    private const int Periods = 10;
    private const int MostRows = 200_000;

    /// <summary>Its picture: a histogram, the most frequent levels, or rows over time; null where there is nothing to draw.</summary>
    /// <param name="profile">What was found of the column.</param>
    /// <param name="column">Its values as a source gave them.</param>
    public static Chart? Of(ColumnProfile profile, Column column) => column switch
    {
        NumberColumn numbers when profile.Evidence.Distinct > Periods && Histogram.Of(Some(numbers.RowCount).Select(row => numbers.Values.At(row)), Bins) is { } histogram => Numbers(profile, histogram),
        TimeColumn times => Times(profile, times),
        _ => Levels(profile),
    };

    // Of very many rows every k-th, which is enough for the eye.
    private static IEnumerable<int> Some(int rows)
    {
        var step = Math.Max(1, rows / MostRows);
        for (var row = 0; row < rows; row += step)
        {
            yield return row;
        }
    }

    private static LineChart Numbers(ColumnProfile profile, Histogram histogram) => new()
    {
        Title = profile.Name,
        Reading = $"Rows by value; the outermost bars hold what lies beyond them too.{Missing(profile)}",
        X = new(profile.Unit is { } unit ? $"{profile.Name} in {unit}" : profile.Name, histogram.Start, histogram.Start + (histogram.Width * histogram.Counts.Count)),
        Y = new("rows", 0, Math.Max(1, histogram.Counts.Max())),
        Series = [new("rows", SeriesLook.Area, [.. histogram.Counts.Append(0).Select((count, bin) => new ChartPoint(histogram.Start + (histogram.Width * bin), count))])],
    };

    private static BarChart? Times(ColumnProfile profile, TimeColumn times)
    {
        var values = Some(times.RowCount).Where(row => !times.IsMissing(row)).Select(times.Values.At).ToArray();
        if (values.Length == 0)
        {
            return null;
        }

        var (first, width) = (values.Min(), Math.Max(1, (values.Max() - values.Min()) / Periods));
        var counts = values.CountBy(value => Math.Min(Periods - 1, (value - first) / width)).ToDictionary();
        return new()
        {
            Title = profile.Name,
            Reading = $"Rows in {Periods} periods of one length, by their first moment.{Missing(profile)}",
            Axis = "rows",
            Names = "from",
            Bars = [.. Enumerable.Range(0, Periods).Select(period => new ChartBar(new DateTime(first + (period * width)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), counts.GetValueOrDefault(period)))],
        };
    }

    private static BarChart? Levels(ColumnProfile profile) => profile.Evidence.Top.Count == 0 || profile.Evidence.Top[0].Count < 2 ? null : new()
    {
        Title = profile.Name,
        Reading = $"The most frequent of {Reports.Numbers.Count(profile.Evidence.Distinct)} values.{Missing(profile)}",
        Axis = "rows",
        Names = "value",
        Bars = [.. profile.Evidence.Top.Select(level => new ChartBar(level.Value, level.Count))],
    };

    private static string Missing(ColumnProfile profile) =>
        profile.Evidence.Missing == 0 ? "" : $" {Reports.Numbers.Percent(profile.Evidence.MissingShare)} have none.";
}
