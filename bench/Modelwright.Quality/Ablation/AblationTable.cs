using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Modelwright.Features;
using Modelwright.Quality.Runs;

namespace Modelwright.Quality.Ablation;

/// <summary>The table of results: each way to make features against the standard one.</summary>
internal static class AblationTable
{
    /// <summary>Markdown, a row a variant that differs somewhere.</summary>
    /// <param name="options">The call; the sets named, or all that have a result.</param>
    public static string Of(Options options)
    {
        JsonObject[] results =
        [
            .. Directory.EnumerateFiles(options.Out, $"*.ablate.{options.Learners[0]}.{options.Rows}*.json").Order(StringComparer.Ordinal)
                .Select(ResultFile.Read).OfType<JsonObject>().Where(result => options.Sets.Length == 0 || options.Sets.Contains((string)result["data"]!)),
        ];
        var text = new StringBuilder("| variant | sets | better | worse | median relative gain | mean | times the seconds |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var variant in FeatureVariant.All)
        {
            var pairs = results.Select(result => (Own: result["variants"]![variant.Name], Standard: result["variants"]!["standard"])).Where(pair => pair is { Own: not null, Standard: not null }).ToArray();
            double[] gains = [.. pairs.Select(pair => 1 - (Value(pair.Own!, "error") / Value(pair.Standard!, "error"))).Order()];
            double[] times = [.. pairs.Select(pair => Value(pair.Own!, "seconds") / Value(pair.Standard!, "seconds")).Order()];
            if (gains.Length > 0 && variant != FeatureVariant.Standard)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{variant.Name}` | {gains.Length} | {gains.Count(gain => gain > 0)} | {gains.Count(gain => gain < 0)} | {Median(gains):P2} | {gains.Average():P2} | {Median(times):F1} |\n");
            }
        }

        return text.ToString();
    }

    private static double Value(JsonNode node, string name) => (double)node[name]!;

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
