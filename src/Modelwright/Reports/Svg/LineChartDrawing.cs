using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>Draws lines and dots over two axes.</summary>
internal static class LineChartDrawing
{
    private const int Width = 360;
    private const int FieldHeight = 248;
    private const int AxisHeight = 40;
    private const int KeyHeight = 17;

    /// <summary>The picture as SVG.</summary>
    public static string Draw(LineChart chart)
    {
        var hasKey = chart.Series.Count > 1;
        var key = hasKey ? (chart.Series.Count * KeyHeight) + 4 : 0;
        var drawing = new Drawing(Width, FieldHeight + key);
        var area = new PlotArea(drawing, chart.X, chart.Y, AxisHeight + key);
        area.Draw();
        for (var place = 0; place < chart.Series.Count; place++)
        {
            Draw(drawing, area, chart, place);
            if (hasKey)
            {
                Key(drawing, chart.Series[place], place, FieldHeight + (place * KeyHeight) + 6);
            }
        }

        return drawing.End(chart.Title, chart.Reading);
    }

    private static void Draw(Drawing drawing, PlotArea area, LineChart chart, int place)
    {
        // Whiskers of several lines would cover one another; the table has them.
        var hasManyLines = chart.Series.Count(other => other.Points.Any(point => point.Lower is not null)) > 2;
        var series = chart.Series[place];
        switch (series.Look)
        {
            case SeriesLook.Area:
                Histogram(drawing, area, chart, series);
                return;
            case SeriesLook.Reference:
                drawing.Path(series.Points.Select(point => (area.X(point.X), area.Y(point.Y))), "reference");
                return;
            default:
                if (!hasManyLines)
                {
                    Whiskers(drawing, area, series, place);
                }

                break;
        }

        if (series.Look != SeriesLook.Dots)
        {
            drawing.Path(series.Points.Select(point => (area.X(point.X), area.Y(point.Y))), $"line s{place % 4}");
        }

        if (series.Look != SeriesLook.Line)
        {
            Dots(drawing, area, chart, series, place);
        }
    }

    private static void Dots(Drawing drawing, PlotArea area, LineChart chart, ChartSeries series, int place)
    {
        foreach (var point in series.Points)
        {
            var meaning = $"{point.Name ?? series.Name}: {chart.X.Title} {AxisTicks.Text(chart.X, point.X)}, {chart.Y.Title} {Numbers.Short(point.Y)}";
            drawing.Mark(area.X(point.X), area.Y(point.Y), place, $"dot s{place % 4}", meaning);
        }
    }

    private static void Whiskers(Drawing drawing, PlotArea area, ChartSeries series, int place)
    {
        foreach (var point in series.Points)
        {
            if (point is { Lower: { } lower, Upper: { } upper })
            {
                drawing.Line(area.X(point.X), area.Y(lower), area.X(point.X), area.Y(upper), $"whisker s{place % 4}");
            }
        }
    }

    private static void Histogram(Drawing drawing, PlotArea area, LineChart chart, ChartSeries series)
    {
        for (var index = 0; index < series.Points.Count - 1; index++)
        {
            var (point, next) = (series.Points[index], series.Points[index + 1]);
            var (left, right, top) = (area.X(point.X), area.X(next.X), area.Y(point.Y));
            var meaning = $"{chart.X.Title} {AxisTicks.Text(chart.X, point.X)} to {AxisTicks.Text(chart.X, next.X)}: {Numbers.Short(point.Y)}";
            drawing.Box(left, top, right - left - 0.5, area.Floor - top, "bar", meaning);
        }
    }

    private static void Key(Drawing drawing, ChartSeries series, int place, double y)
    {
        const double From = 52;
        const double To = 80;
        if (series.Look == SeriesLook.Area)
        {
            drawing.Box(From, y - 4, To - From, 8, "bar");
        }
        else if (series.Look != SeriesLook.Dots)
        {
            drawing.Line(From, y, To, y, series.Look == SeriesLook.Reference ? "reference" : $"line s{place % 4}");
        }

        if (series.Look is SeriesLook.Dots or SeriesLook.DottedLine)
        {
            drawing.Mark((From + To) / 2, y, place, $"dot s{place % 4}");
        }

        drawing.Text(To + 8, y + 4, series.Name, room: Width - To - 8);
    }
}
