using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>Draws a field for each pair of names, stronger in colour where there is more, with its number where all numbers have room.</summary>
internal sealed class HeatChartDrawing
{
    private const int Width = 360;
    private const int Left = 92;
    private const int Low = 44;
    private const int High = 104;
    private readonly HeatChart _chart;
    private readonly Drawing _drawing;
    private readonly double _wide;
    private readonly double _high;
    private readonly int _top;
    private readonly bool _hasNumbers;

    private HeatChartDrawing(HeatChart chart)
    {
        _chart = chart;
        _wide = (double)(Width - Left - 4) / chart.Columns.Count;
        _high = Math.Clamp(_wide, 22, 44);
        _top = IsUpright ? High : Low;
        _hasNumbers = chart.Values.All(row => row.All(value => TextRoom.Holds(Numbers.Brief(value), _wide)));
        _drawing = new(Width, _top + (int)Math.Ceiling(_high * chart.Rows.Count) + 6);
    }

    // Names that do not fit side by side are turned.
    private bool IsUpright => !_chart.Columns.All(name => TextRoom.Holds(name, _wide));

    /// <summary>The picture as SVG.</summary>
    public static string Draw(HeatChart chart)
    {
        var picture = new HeatChartDrawing(chart);
        picture.DrawNames();
        for (var row = 0; row < chart.Rows.Count; row++)
        {
            picture.DrawRow(row);
        }

        return picture._drawing.End(chart.Title, chart.Reading);
    }

    private void DrawNames()
    {
        _drawing.Text(Left, 13, $"{_chart.ColumnsTitle} →", "label", Width - Left);
        _drawing.Text(0, _top - 8, $"{_chart.RowsTitle} ↓", "label", Left);
        for (var column = 0; column < _chart.Columns.Count; column++)
        {
            var middle = Left + ((column + 0.5) * _wide);
            if (IsUpright)
            {
                _drawing.Upright(middle, _top - 6, _chart.Columns[column], High - 26);
            }
            else
            {
                _drawing.Text(middle, _top - 8, _chart.Columns[column], "middle", _wide);
            }
        }
    }

    private void DrawRow(int row)
    {
        _drawing.Text(Left - 6, _top + ((row + 0.5) * _high) + 4, _chart.Rows[row], "end", Left - 6);
        for (var column = 0; column < _chart.Columns.Count; column++)
        {
            var value = _chart.Values[row][column];
            var (x, y) = (Left + (column * _wide), _top + (row * _high));
            var meaning = $"{_chart.RowsTitle} {_chart.Rows[row]}, {_chart.ColumnsTitle} {_chart.Columns[column]}: {Numbers.Short(value)}";
            _drawing.Box(x + 1, y + 1, _wide - 2, _high - 2, "heat", meaning, 0.06 + (0.94 * Math.Clamp(_chart.Shades[row][column], 0, 1)));
            if (_hasNumbers)
            {
                _drawing.Text(x + (_wide / 2), y + (_high / 2) + 4, Numbers.Brief(value), "middle", _wide);
            }
        }
    }
}
