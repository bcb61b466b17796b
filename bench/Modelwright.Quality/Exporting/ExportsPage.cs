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

    /// <summary>What became of the compiled file: rows with the same bits, or what went wrong.</summary>
    public static string CompiledCell(JsonObject result) => result["csharp_compiled"]!.AsObject() switch
    {
        var compiled when compiled["error"] is not null => "does not compile",
        { Count: 0 } => "",
        var compiled when Different(result) == 0 => string.Create(CultureInfo.InvariantCulture, $"{(int)compiled["rows"]!:N0} rows"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Different(result):N0} answers differ"),
    };

    /// <summary>Answers of the compiled file with other bits than the predictor's.</summary>
    public static int Different(JsonObject result) => (int?)result["csharp_compiled"]!["different"] ?? 0;

    /// <summary>Writes the page.</summary>
    public static string Of(IReadOnlyList<JsonObject> results)
    {
        var page = new StringBuilder("""
            # Exports of real models
            Written by `bench/Modelwright.Quality exports`: models of whole runs, exported by `modelwright export` and asked all test rows of their sets beside the check rows. A figure is the largest
            difference from the model: of probabilities as it is, of numbers as a share. A label that is another would have refused the export. The file of C# is compiled besides, with nothing but the framework
            beside it, and asked all test rows one by one: `compiled` says how many were answered with the very bits of the predictor.


            """);
        foreach (var format in ExportsCommand.All)
        {
            JsonObject[] answers = [.. results.Select(result => result[format]!.AsObject())];
            JsonObject[] written = [.. answers.Where(answer => answer["written"] is { } done && (bool)done)];
            page.Append(CultureInfo.InvariantCulture, $"- `{format}`: {written.Length} of {answers.Length} written, {answers.Count(answer => answer.ContainsKey("error"))} refused; the largest difference is {ExportsCommand.Short(written.Select(answer => (double)answer["largest_difference"]!).DefaultIfEmpty().Max())}.\n");
        }

        JsonObject[] compiled = [.. results.Where(result => result["csharp_compiled"]!["rows"] is not null)];
        page.Append(CultureInfo.InvariantCulture, $"- `csharp`, compiled: {compiled.Length} files, {compiled.Sum(result => (long)(int)result["csharp_compiled"]!["rows"]!):N0} rows, {compiled.Sum(result => (long)Different(result)):N0} answers with other bits, {results.Count(result => result["csharp_compiled"]!["error"] is not null)} files that do not compile.\n");
        page.Append("\n| set | rows | csharp | compiled | onnx | sql | parts without such a form |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var result in results)
        {
            var all = ExportsCommand.All.Select(format => result[format]!.AsObject()).ToArray();
            var gaps = all.SelectMany(answer => answer["gaps"]?.AsArray() ?? []).Select(gap => (string)gap!["part"]!).Distinct(StringComparer.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {result["data"]} | {all.Max(answer => (int?)answer["rows"] ?? 0)} | {Cell(all[0])} | {CompiledCell(result)} | {string.Join(" | ", all.Skip(1).Select(Cell))} | {string.Join(", ", gaps)} |\n");
        }

        return page.ToString();
    }
}
