namespace Modelwright.Reports.Charts;

/// <summary>Points that belong together.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Look">How they are drawn.</param>
/// <param name="Points">In the order in which they are joined.</param>
public sealed record ChartSeries(string Name, SeriesLook Look, IReadOnlyList<ChartPoint> Points);
