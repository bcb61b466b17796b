using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>The field between two axes: where a value stands, and the axes themselves.</summary>
internal sealed class PlotArea(Drawing drawing, ChartAxis x, ChartAxis y, int below)
{
    private const int Left = 52;
    private const int Right = 12;
    private const int Top = 26;
    private const int Marks = 5;

    /// <summary>Right edge.</summary>
    public double End => drawing.Width - Right;

    /// <summary>Bottom edge.</summary>
    public double Floor => drawing.Height - below;

    /// <summary>The place of a value from left to right.</summary>
    public double X(double value) => Left + (x.Part(value) * (End - Left));

    /// <summary>The place of a value from the top.</summary>
    public double Y(double value) => Floor - (y.Part(value) * (Floor - Top));

    /// <summary>Draws the axes with their numbers and titles.</summary>
    public void Draw()
    {
        foreach (var (value, text) in AxisTicks.Of(y, Marks))
        {
            drawing.Line(Left, Y(value), End, Y(value), "grid");
            drawing.Text(Left - 5, Y(value) + 4, text, "end", Left - 5);
        }

        DrawNumbersOrNames();
        drawing.Line(Left, Floor, End, Floor, "axis");
        drawing.Text((Left + End) / 2, Floor + 32, x.Title, "middle label", End - Left);
        drawing.Text(Left, Top - 14, y.Title, "label", End - Left);
    }

    private void DrawNumbersOrNames()
    {
        if (x.Names.Count == 0)
        {
            foreach (var (value, text) in AxisTicks.Of(x, Marks - 1))
            {
                drawing.Line(X(value), Floor, X(value), Floor + 4, "axis");
                // The last mark may stand at the very edge, where half of its text would be cut.
                drawing.Text(Math.Min(X(value), drawing.Width - (TextRoom.WidthOf(text) / 2)), Floor + 16, text, "middle", (End - Left) / Marks);
            }

            return;
        }

        var room = (End - Left) / x.Names.Count;
        for (var place = 0; place < x.Names.Count; place++)
        {
            drawing.Text(X(place), Floor + 16, x.Names[place], "middle", room);
        }
    }
}
