using Modelwright.Recording;
using Spectre.Console;

namespace Modelwright.Cli.Output;

/// <summary>Figures as a table: the ends of an interval with as many decimals as the value, the points of a column in line.</summary>
internal static class FigureTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="title">Title of the last column.</param>
    /// <param name="last">What stands in it, from a figure and its decimals.</param>
    public static Table Of(IReadOnlyList<Figure> figures, string title, Func<Figure, int, string> last)
    {
        var values = Numbers.LineUp([.. figures.Select(figure => Numbers.Fixed(figure.Value, Places(figure)))]);
        var table = Screen.Table("metric", ">value", "95 % interval", title);
        foreach (var (figure, value) in figures.Zip(values))
        {
            var places = Places(figure);
            Screen.AddRow(
                table,
                figure.Metric,
                value,
                double.IsFinite(figure.StandardError) ? $"{Numbers.Fixed(figure.Lower, places)} … {Numbers.Fixed(figure.Upper, places)}" : "not known",
                last(figure, places));
        }

        return table;
    }

    private static int Places(Figure figure) => Numbers.Places(figure.Value);
}
