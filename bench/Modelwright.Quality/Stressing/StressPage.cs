using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Modelwright.Quality.Stressing;

/// <summary>The page about tests of real models on rows of their own kind.</summary>
internal static class StressPage
{
    /// <summary>The names of the rules that a model did not keep.</summary>
    public static IEnumerable<string> Flagged(JsonObject result) => Rules(result).Where(rule => !(bool)rule["passed"]!).Select(rule => (string)rule["figure"]!);

    /// <summary>Writes the page.</summary>
    public static string Of(Options options, IReadOnlyList<JsonObject> results)
    {
        JsonObject[] done = [.. results.Where(result => result.ContainsKey("report"))];
        var rules = done.Sum(result => Rules(result).Count());
        var flagged = done.Sum(result => Flagged(result).Count());
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Tests of real models
            Written by `bench/Modelwright.Quality stress`. `modelwright test` on the models of a run of {options.Budget}, each with its own test and training rows, at the usual settings.

            - {done.Length} of {results.Count} tests ended; the longest took {done.Max(result => (double)result["seconds"]!):F1} s, the median {Median([.. done.Select(result => (double)result["seconds"]!)]):F1} s.
            - Of {rules} bounds of the usual gate {flagged} were not kept ({100.0 * flagged / Math.Max(1, rules):F1} %).

            | set | s | MB | rows under strain | bounds | not kept | not run |
            | --- | ---: | ---: | ---: | ---: | --- | ---: |

            """);
        foreach (var result in done)
        {
            var report = result["report"]!;
            page.Append(CultureInfo.InvariantCulture, $"| {result["data"]} | {(double)result["seconds"]!:F1} | {(double)result["rss_peak_mb"]!:F0} | {report["rows_under_strain"]} | {Rules(result).Count()} | {string.Join(", ", Flagged(result).Select(name => $"`{name}`"))} | {report["not_run"]!.AsArray().Count} |\n");
        }

        return page.ToString();
    }

    private static IEnumerable<JsonObject> Rules(JsonObject result) => result["report"]?["gate"]?.AsArray().Select(rule => rule!.AsObject()) ?? [];

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? double.NaN : values[values.Length / 2];
    }
}
