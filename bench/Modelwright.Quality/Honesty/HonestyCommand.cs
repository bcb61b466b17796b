using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Quality.Runs;

namespace Modelwright.Quality.Honesty;

/// <summary>Holds the figures that runs reported against their test rows, and writes the page about it.</summary>
internal static class HonestyCommand
{
    private const double Bound = 1.959963984540054;

    /// <summary>Reads all results of the budget and writes the page.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where there is no result.</returns>
    public static int Run(Options options)
    {
        if (!Directory.Exists(options.Out))
        {
            throw new OptionsException($"The folder of results '{options.Out}' was not found. Make results with the command 'run', or name the folder with --out.");
        }

        JsonObject[] results = [.. Directory.EnumerateFiles(options.Out, $"*.modelwright.{options.Budget}*.json").Select(ResultFile.Read).OfType<JsonObject>()];
        FigurePair[] pairs = [.. results
            .Select(FigurePair.From)
            .OfType<FigurePair>()
            .OrderBy(pair => pair.Set, StringComparer.Ordinal)
            .ThenBy(pair => pair.Repeat)];
        if (pairs.Length == 0)
        {
            Console.Error.WriteLine($"'{options.Out}' holds no result with a budget of {options.Budget} and figures of test rows. Make some with the command 'run'.");
            return 1;
        }

        Coverage[] coverages = [.. results.Select(Coverage.From).OfType<Coverage>().OrderBy(coverage => coverage.Set, StringComparer.Ordinal).ThenBy(coverage => coverage.Repeat)];
        File.WriteAllText(options.Docs, Page(options, pairs) + CoveragePage.Of(coverages));
        Console.WriteLine(Summary(pairs));
        Console.WriteLine(CoveragePage.Summary(coverages));
        return 0;
    }

    private static string Page(Options options, FigurePair[] pairs) => $"""
        # Are the figures honest?
        Written by `bench/Modelwright.Quality honesty`. A run reports the main metric on rows that no choice has seen; beside it stands the same
        metric of the shipped model on test rows that the run was never shown. Budget {options.Budget}, {pairs.Select(pair => pair.Set).Distinct().Count()} public tables, {pairs.Length} runs.

        {Summary(pairs)}

        "Too good by" is the difference in standard errors of the difference: above 0 the report was better than the test. The shipped model is fitted on more rows than
        the one that was validated, so a report is rather a little too bad.

        | set | split | metric | reported on | reported | standard error | test | standard error | too good by |
        | --- | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |
        {string.Join('\n', pairs.Select(Row))}

        """;

    private static string Summary(FigurePair[] pairs)
    {
        var text = new StringBuilder();
        var inside = pairs.Count(pair => Math.Abs(pair.Optimism) <= Bound);
        var tooGood = pairs.Count(pair => pair.Optimism > Bound);
        var mean = pairs.Average(pair => pair.Optimism);
        text.Append(CultureInfo.InvariantCulture, $"- Within 1.96 standard errors of the difference: {inside} of {pairs.Length} ({100.0 * inside / pairs.Length:0.0} %).\n");
        text.Append(CultureInfo.InvariantCulture, $"- Mean signed error: {mean:+0.00;-0.00} standard errors (above 0 is too good).\n");
        text.Append(CultureInfo.InvariantCulture, $"- Reported better than the test by more than that bound: {tooGood} of {pairs.Length} ({100.0 * tooGood / pairs.Length:0.0} %).");
        return text.ToString();
    }

    private static string Row(FigurePair pair) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {pair.Set} | {pair.Repeat} | {pair.Metric} | {pair.Data.Replace('_', ' ')} | {pair.Reported:G5} | {pair.ReportedError:G3} | {pair.Test:G5} | {pair.TestError:G3} | {pair.Optimism:+0.00;-0.00} |");
}
