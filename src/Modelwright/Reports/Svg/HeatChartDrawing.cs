using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>Draws a field for each pair of names, stronger in colour where there is more, with its number where there is room.</summary>
internal static class HeatChartDrawing
{
    private const int Width = 360;
    private const int Left = 92;
    private const int Top = 44;
    private const int SmallestWithNumber = 30;

    /// <summary>The picture as SVG.</summary>
    public static string Draw(HeatChart chart)
    {
        var wide = (double)(Width - Left - 4) / chart.Columns.Count;
        var high = Math.Clamp(wide, 22, 44);
        var drawing = new Drawing(Width, Top + (int)Math.Ceiling(high * chart.Rows.Count) + 6);
        drawing.Text(Left, 13, $"{chart.ColumnsTitle} →", "label", Width - Left);
        drawing.Text(0, Top - 8, $"{chart.RowsTitle} ↓", "label", Left);
        for (var column = 0; column < chart.Columns.Count; column++)
        {
            drawing.Text(Left + ((column + 0.5) * wide), Top - 8, chart.Columns[column], "middle", wide);
        }

        for (var row = 0; row < chart.Rows.Count; row++)
        {
            drawing.Text(Left - 6, Top + ((row + 0.5) * high) + 4, chart.Rows[row], "end", Left - 6);
            DrawRow(drawing, chart, row, wide, high);
        }

        return drawing.End(chart.Title, chart.Reading);
    }

    private static void DrawRow(Drawing drawing, HeatChart chart, int row, double wide, double high)
    {
        for (var column = 0; column < chart.Columns.Count; column++)
        {
            var value = Numbers.Short(chart.Values[row][column]);
            var shade = Math.Clamp(chart.Shades[row][column], 0, 1);
            var (x, y) = (Left + (column * wide), Top + (row * high));
            drawing.Box(x + 1, y + 1, wide - 2, high - 2, "bar", $"{chart.RowsTitle} {chart.Rows[row]}, {chart.ColumnsTitle} {chart.Columns[column]}: {value}", 0.06 + (0.94 * shade));
            if (wide >= SmallestWithNumber)
            {
                drawing.Text(x + (wide / 2), y + (high / 2) + 4, value, shade > 0.5 ? "middle on" : "middle", wide);
            }
        }
    }
}
