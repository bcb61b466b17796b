using System.Globalization;
using System.Text;
using Modelwright.Reports.Pages;

namespace Modelwright.Reports.Svg;

/// <summary>Writes the elements of one SVG picture. Colours come from the page's style by class, so that they follow light and dark.</summary>
internal sealed class Drawing(int width, int height)
{
    private readonly StringBuilder _text = new();

    /// <summary>Width in units; a unit is a CSS pixel where the picture has its own size.</summary>
    public int Width { get; } = width;

    /// <summary>Height in units.</summary>
    public int Height { get; } = height;

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Add($"<line class=\"{style}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>");

    /// <summary>A rectangle; what it means is shown where a pointer rests on it.</summary>
    public void Box(double x, double y, double width, double height, string style, string? meaning = null, double? opacity = null)
    {
        var shade = opacity is { } value ? $" fill-opacity=\"{N(value)}\"" : "";
        Add($"<rect class=\"{style}\"{shade} x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(Math.Max(0, height))}\"{Close("rect", meaning)}");
    }

    /// <summary>Lines from point to point.</summary>
    public void Path(IEnumerable<(double X, double Y)> points, string style, bool isClosed = false)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(N(x)).Append(' ').Append(N(y));
        }

        Add($"<path class=\"{style}\" d=\"{path}{(isClosed ? "Z" : "")}\"/>");
    }

    /// <summary>A mark at a point; its shape tells series apart.</summary>
    public void Mark(double x, double y, int shape, string style, string? meaning = null)
    {
        var path = (shape % 3) switch
        {
            0 => $"M{N(x - 3.5)} {N(y)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z",
            1 => $"M{N(x - 3.5)} {N(y - 3.5)}h7v7h-7Z",
            _ => $"M{N(x)} {N(y - 4.5)}l4.5 8h-9Z",
        };
        Add($"<path class=\"{style}\" d=\"{path}\"{Close("path", meaning)}");
    }

    /// <summary>A text.</summary>
    /// <param name="x">Where it begins, ends or has its middle.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any text.</param>
    /// <param name="style">Classes of its style; 'end' and 'middle' place it.</param>
    /// <param name="room">How wide it may be.</param>
    public void Text(double x, double y, string text, string style = "", double room = 340) =>
        Add($"<text{(style.Length > 0 ? $" class=\"{style}\"" : "")} x=\"{N(x)}\" y=\"{N(y)}\">{Shown.Markup(TextRoom.Fit(text, room))}</text>");

    /// <summary>A text that is read from the bottom to the top.</summary>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Where it begins.</param>
    /// <param name="text">Any text.</param>
    /// <param name="room">How high it may be.</param>
    public void Upright(double x, double y, string text, double room) =>
        Add($"<text transform=\"translate({N(x + 4)} {N(y)}) rotate(-90)\">{Shown.Markup(TextRoom.Fit(text, room))}</text>");

    /// <summary>The whole picture.</summary>
    /// <param name="title">What it is called to those who cannot see it.</param>
    /// <param name="reading">What it shows.</param>
    public string End(string title, string reading) =>
        $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Shown.Markup($"{title}. {reading}".TrimEnd())}\">{_text}</svg>";

    private static string Close(string element, string? meaning) =>
        meaning is null ? "/>" : $"><title>{Shown.Markup(meaning)}</title></{element}>";

    private static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private void Add(string element) => _text.Append(element);
}
