using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Modelwright.Quality.Attacking;

/// <summary>The page about attacks on trees.</summary>
internal static class AttacksPage
{
    /// <summary>Writes the page.</summary>
    public static string Of(IReadOnlyList<JsonObject> results)
    {
        var page = new StringBuilder("""
            # Attacks on trees, measured
            Written by `bench/Modelwright.Quality attacks`: trees of 31 leaves that LightGBM trained on up to 50,000 training rows, the first 100 test rows attacked one after another on one thread, with the threat that `test` drafts from the rows.
            Distances are the largest cost of a single column, in standard deviations of it. The truth is that of the search that ends by itself, given up after 20,000 states; beside it stands the greedy search on the same rows, and how many of them it found no flip of though there is one. Seconds are for all the rows.

            | set | trees | leaves | rows | flipped | attack, s | greedy search, s | bound, s | exact search, s | ended | missed | greedy there | truth there | greedy, all | certified, all |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var one in results)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {one["data"]} | {one["trees"]} | {one["leaves"]} | {one["rows"]} | {one["flipped"]} | {Text(one["attack_seconds"], "0.0")} | {Text(one["greedy_seconds"], "0.00")} | {Text(one["bound_seconds"], "0.00")} | {Text(one["exact_seconds"], "0.0")} | {one["ended"]} | {one["missed"]} | {Text(one["median_greedy"], "0.0000")} | {Text(one["median_exact"], "0.0000")} | {Text(one["median_greedy_all"], "0.0000")} | {Text(one["median_bound"], "0.0000")} |\n");
        }

        var rows = results.Sum(one => (int)one["rows"]!);
        page.Append(CultureInfo.InvariantCulture, $"\nOf {rows} rows {results.Sum(one => (int)one["out_of_order"]!)} have a bound above the truth or a truth above the attack, and {results.Sum(one => (int)one["broken"]!)} examples break the threat or flip nothing.\n");
        return page.ToString();
    }

    private static string Text(JsonNode? figure, string format) => figure is null ? "" : ((double)figure).ToString(format, CultureInfo.InvariantCulture);
}
