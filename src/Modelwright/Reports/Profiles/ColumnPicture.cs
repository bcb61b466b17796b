using System.Globalization;
using Modelwright.Profile;
using Modelwright.Profile.Depth;
using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Profiles;

/// <summary>How the values of one column are spread.</summary>
internal static class ColumnPicture
{
    private const int FewValues = 10;

    /// <summary>The share of rows in one bin from which on a histogram shows nothing but that bin.</summary>
    private const double AlmostAll = 0.8;

    /// <summary>The share of rows that the most frequent level has to have to be worth a picture.</summary>
    private const double FewestShare = 0.01;

    private static readonly double[] Shares = [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];

    /// <summary>Its picture: a histogram, the shares of rows up to a value where a long tail would hide the rest, or the most frequent levels; null where there is nothing to draw.</summary>
    /// <param name="profile">What was found of the column.</param>
    /// <param name="depth">The closer look at it; null where there is none.</param>
    public static Chart? Of(ColumnProfile profile, ColumnDepth? depth) =>
        depth is not { Histogram.Count: > 1 } || (depth.Quantiles.Count > 0 && profile.Evidence.Distinct <= FewValues) ? Levels(profile, depth)
        : depth.Quantiles.Count == Shares.Length && depth.Histogram.Max(bin => bin.Count) > AlmostAll * depth.Histogram.Sum(bin => bin.Count) ? Shared(profile, depth)
        : Histogram(profile, depth);

    private static LineChart Histogram(ColumnProfile profile, ColumnDepth depth)
    {
        var isTime = depth.Quantiles.Count == 0;
        double[] edges = [.. depth.Histogram.Select(bin => Place(bin.From, isTime)), Place(depth.Histogram[^1].To, isTime)];
        return new()
        {
            Title = profile.Name,
            Reading = Said(profile, depth),
            X = new(Axis(profile), edges[0], edges[^1]) { Scale = isTime ? AxisScale.Time : AxisScale.Linear },
            Y = new("rows", 0, Math.Max(1, depth.Histogram.Max(bin => bin.Count))),
            Series = [new("rows", SeriesLook.Area, [.. depth.Histogram.Select(bin => bin.Count).Append(0).Select((count, bin) => new ChartPoint(edges[bin], count))])],
        };
    }

    private static LineChart Shared(ColumnProfile profile, ColumnDepth depth) => new()
    {
        Title = profile.Name,
        Reading = $"A few values are far from the others, so this shows how many rows have a value up to which. {Said(profile, depth)}",
        X = ChartAxis.Around(Axis(profile), depth.Quantiles),
        Y = ChartAxis.Share("share of rows up to the value"),
        Series = [new("rows", SeriesLook.DottedLine, [.. depth.Quantiles.Select((value, place) => new ChartPoint(value, Shares[place]))])],
    };

    private static BarChart? Levels(ColumnProfile profile, ColumnDepth? depth) => IsOftenTheSame(profile.Evidence) ? new()
    {
        Title = profile.Name,
        Reading = (profile.Evidence.Distinct > profile.Evidence.Top.Count ? $"The most frequent of {Numbers.Count(profile.Evidence.Distinct)} values. " : "") + Said(profile, depth),
        Axis = "rows",
        Names = "value",
        Bars = [.. InOrder(profile).Select(level => new ChartBar(level.Value, level.Count))],
    }
    : null;

    // Of values that hardly come twice the most frequent say nothing.
    private static bool IsOftenTheSame(ColumnEvidence evidence) =>
        evidence.Top.Count > 0 && evidence.Top[0].Count > 1 && evidence.Top[0].Count > FewestShare * (evidence.Rows - evidence.Missing);

    // All values of a number stand in the order of numbers.
    private static IEnumerable<LevelCount> InOrder(ColumnProfile profile)
    {
        double Number(LevelCount level) => double.TryParse(level.Value, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        return profile.Evidence.Distinct <= FewValues && profile.Evidence.Top.All(level => !double.IsNaN(Number(level))) ? profile.Evidence.Top.OrderBy(Number) : profile.Evidence.Top;
    }

    private static string Axis(ColumnProfile profile) => profile.Unit is { } unit ? $"{profile.Name} in {unit}" : profile.Name;

    private static double Place(string edge, bool isTime) => isTime
        ? DateTime.Parse(edge, CultureInfo.InvariantCulture).Ticks / (double)TimeSpan.TicksPerDay
        : double.Parse(edge, CultureInfo.InvariantCulture);

    private static string Said(ColumnProfile profile, ColumnDepth? depth) => string.Join(' ', Sentences(profile, depth));

    private static IEnumerable<string> Sentences(ColumnProfile profile, ColumnDepth? depth)
    {
        if (profile.Evidence.Missing > 0)
        {
            yield return $"{Numbers.Percent(profile.Evidence.MissingShare)} have no value.";
        }

        if (depth is { Quantiles.Count: var count } && count == Shares.Length && profile.Evidence.Distinct > FewValues)
        {
            yield return $"Half of the rows are at or below {Numbers.Short(depth.Quantiles[5])}, 8 of 10 from {Numbers.Short(depth.Quantiles[1])} to {Numbers.Short(depth.Quantiles[9])}.";
        }

        if (depth?.Outliers is > 0 and var outliers)
        {
            yield return $"{Numbers.Count(outliers)} {(outliers == 1 ? "value is" : "values are")} far from the others.";
        }
    }
}
