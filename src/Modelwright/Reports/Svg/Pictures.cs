using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>Which drawing goes with which chart.</summary>
internal static class Pictures
{
    /// <summary>The picture as an SVG element for an HTML page.</summary>
    public static string Draw(Chart chart) => chart switch
    {
        LineChart lines => LineChartDrawing.Draw(lines),
        BarChart bars => BarChartDrawing.Draw(bars),
        HeatChart heat => HeatChartDrawing.Draw(heat),
        _ => throw new NotSupportedException($"No drawing is known for '{chart.GetType().Name}'."),
    };
}
