using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Modelwright.Quality.Exporting;

/// <summary>The page about exports of real models.</summary>
internal static class ExportsPage
{
    /// <summary>What became of one export, in a few words.</summary>
    public static string Cell(JsonObject answer) =>
        answer["error"] is not null ? "refused"
        : (bool)answer["written"]! ? $"{ExportsCommand.Short((double)answer["largest_difference"]!)}"
        : "no such form";

    /// <summary>Writes the page.</summary>
    public static string Of(IReadOnlyList<JsonObject> results)
    {
        var page = new StringBuilder("""
            # Exports of real models
            Written by `bench/Modelwright.Quality exports`: models of whole runs, exported by `modelwright export` and asked all test rows of their sets beside the check rows. A figure is the largest
            difference from the model: of probabilities as it is, of numbers as a share. A label that is another would have refused the export.


            """);
        foreach (var format in ExportsCommand.All)
        {
            JsonObject[] answers = [.. results.Select(result => result[format]!.AsObject())];
            JsonObject[] written = [.. answers.Where(answer => answer["written"] is { } done && (bool)done)];
            page.Append(CultureInfo.InvariantCulture, $"- `{format}`: {written.Length} of {answers.Length} written, {answers.Count(answer => answer.ContainsKey("error"))} refused; the largest difference is {ExportsCommand.Short(written.Select(answer => (double)answer["largest_difference"]!).DefaultIfEmpty().Max())}.\n");
        }

        page.Append("\n| set | rows | csharp | onnx | sql | parts without such a form |\n| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var result in results)
        {
            var all = ExportsCommand.All.Select(format => result[format]!.AsObject()).ToArray();
            var gaps = all.SelectMany(answer => answer["gaps"]?.AsArray() ?? []).Select(gap => (string)gap!["part"]!).Distinct(StringComparer.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {result["data"]} | {all.Max(answer => (int?)answer["rows"] ?? 0)} | {string.Join(" | ", all.Select(Cell))} | {string.Join(", ", gaps)} |\n");
        }

        return page.ToString();
    }
}
