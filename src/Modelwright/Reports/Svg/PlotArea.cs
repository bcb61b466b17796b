using Modelwright.Reports.Charts;

namespace Modelwright.Reports.Svg;

/// <summary>The field between two axes: where a value stands, and the axes themselves.</summary>
internal sealed class PlotArea(Drawing drawing, ChartAxis x, ChartAxis y, int below)
{
    private const int Left = 52;
    private const int Right = 12;
    private const int Top = 26;

    /// <summary>Right edge.</summary>
    public double End => drawing.Width - Right;

    /// <summary>Bottom edge.</summary>
    public double Floor => drawing.Height - below;

    /// <summary>The place of a value from left to right.</summary>
    public double X(double value) => Left + (Part(x, value) * (End - Left));

    /// <summary>The place of a value from the top.</summary>
    public double Y(double value) => Floor - (Part(y, value) * (Floor - Top));

    /// <summary>Draws the axes with their numbers and titles.</summary>
    public void Draw()
    {
        foreach (var tick in y.Ticks(5))
        {
            drawing.Line(Left, Y(tick), End, Y(tick), "grid");
            drawing.Text(Left - 5, Y(tick) + 4, Numbers.Short(Clean(tick, y)), "end", Left - 5);
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
            foreach (var tick in x.Ticks(5))
            {
                drawing.Line(X(tick), Floor, X(tick), Floor + 4, "axis");
                drawing.Text(X(tick), Floor + 16, Numbers.Short(Clean(tick, x)), "middle", (End - Left) / 5);
            }

            return;
        }

        var room = (End - Left) / x.Names.Count;
        for (var place = 0; place < x.Names.Count; place++)
        {
            drawing.Text(X(place), Floor + 16, x.Names[place], "middle", room);
        }
    }

    // Counting steps leaves 0.30000000000000004; and a hair beside 0 is 0.
    private static double Clean(double tick, ChartAxis axis) => Math.Abs(tick) < (axis.Maximum - axis.Minimum) * 1e-9 ? 0 : tick;

    private static double Part(ChartAxis axis, double value) =>
        axis.Names.Count > 0
            ? (value + 0.5) / axis.Names.Count
            : Math.Clamp((value - axis.Minimum) / (axis.Maximum - axis.Minimum), 0, 1);
}
