using Modelwright.Sources;
using Spectre.Console;

namespace Modelwright.Cli.Output.Comparing;

/// <summary>The answer of 'compare' for a person.</summary>
internal static class ComparisonPage
{
    /// <summary>Writes the metrics of both, the test, and a verdict.</summary>
    public static void Write(IAnsiConsole console, Comparison comparison, SourceReport source)
    {
        Screen.Line(console, $"{source.Path}: {Numbers.Count(comparison.Rows)} rows that both answer", new Style(decoration: Decoration.Bold));
        ProfilePage.WriteReading(console, source);
        var table = Screen.Table("metric", ">first", ">second", ">difference", "95 % interval");
        foreach (var metric in comparison.Metrics)
        {
            var places = Numbers.Places(metric.First);
            Screen.AddRow(
                table,
                metric.Metric,
                Numbers.Fixed(metric.First, places),
                Numbers.Fixed(metric.Second, places),
                Numbers.Fixed(metric.Difference, places),
                $"{Numbers.Fixed(metric.Lower, places)} … {Numbers.Fixed(metric.Upper, places)}");
        }

        console.Write(table);
        if (comparison.RowsWithoutTarget > 0)
        {
            Screen.Line(console, $"Not scored: {Numbers.Count(comparison.RowsWithoutTarget)} rows whose target is missing, or a class that a model does not know.");
        }

        Screen.Line(console, Verdict(comparison));
    }

    private static string Verdict(Comparison comparison)
    {
        var losses = comparison.Losses;
        var what = comparison.Verdict switch
        {
            "better" => "The second is better",
            "worse" => "The second is worse",
            _ => "No difference beyond doubt",
        };
        var chance = losses.PValue < 0.001 ? "less than 0.001" : Numbers.Fixed(losses.PValue, 3);
        return $"{what}: it wins {Numbers.Percent(losses.WinShare)} of the rows by {comparison.Loss.Replace('_', ' ')}, {Numbers.Short(losses.Difference)} ({Numbers.Short(losses.Lower)} … {Numbers.Short(losses.Upper)}) a row; chance alone does as much with a probability of {chance}.";
    }
}
