using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>Draws a bar for each name, from top to bottom, with the number beside it.</summary>
internal static class BarChartDrawing
{
    private const int Width = 360;
    private const int RowHeight = 34;
    private const int Right = 64;
    private const int Left = 8;
    private const int Foot = 22;

    /// <summary>The picture as SVG.</summary>
    public static string Draw(BarChart chart)
    {
        var drawing = new Drawing(Width, (chart.Bars.Count * RowHeight) + Foot);
        var least = Math.Min(0, chart.Bars.Min(bar => Math.Min(bar.Value, bar.Lower ?? bar.Value)));
        var most = Math.Max(0, chart.Bars.Max(bar => Math.Max(bar.Value, bar.Upper ?? bar.Value)));
        var scale = most > least ? (Width - Right - Left) / (most - least) : 0;
        var zero = Left - (least * scale);
        for (var place = 0; place < chart.Bars.Count; place++)
        {
            Draw(drawing, (chart.Bars[place], Numbers.Fixed(chart.Bars[place].Value, chart.Places)), place * RowHeight, zero, scale, Math.Max(0, most) * scale);
            drawing.Line(zero, (place * RowHeight) + 16, zero, (place * RowHeight) + 30, "axis");
        }

        drawing.Text(Left, drawing.Height - 6, chart.Axis, "label");
        return drawing.End(chart.Title, chart.Reading);
    }

    private static void Draw(Drawing drawing, (ChartBar Bar, string Value) shown, double top, double zero, double scale, double reach)
    {
        var (bar, value) = shown;
        var end = zero + (bar.Value * scale);
        var middle = top + 23;
        drawing.Text(Left, top + 13, bar.Name, room: Width - Left);
        drawing.Box(Math.Min(zero, end), top + 17, Math.Abs(end - zero), 12, "bar", $"{bar.Name}: {value}");
        if (bar is { Lower: { } lower, Upper: { } upper })
        {
            var (from, to) = (zero + (lower * scale), zero + (upper * scale));
            drawing.Line(from, middle, to, middle, "whisker ink");
            drawing.Line(from, middle - 4, from, middle + 4, "whisker ink");
            drawing.Line(to, middle - 4, to, middle + 4, "whisker ink");
        }

        drawing.Text(zero + reach + 6, middle + 4, value, "label", Right - 6);
    }
}
