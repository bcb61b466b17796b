using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using System.Text.Json.Nodes;

namespace Modelwright.Quality.Scoring;

/// <summary>The page about the speed of scoring.</summary>
internal static class ScoringPage
{
    /// <summary>Writes the page.</summary>
    public static string Of(IReadOnlyList<JsonObject> results)
    {
        var page = new StringBuilder("""
            # Scoring trees, measured
            Written by `bench/Modelwright.Quality scoring`: trees of 31 leaves that LightGBM trained on up to 50,000 training rows, columns as they come. Microseconds a row on one thread, the median of nine rounds (of a
            million rows: three) in which all take turns in one process. Ours is asked a table, with columns found by name and encoded, and rows that stand ready as numbers, both with the link; LightGBM rows that stand ready, before the link, and of one row its fast
            call with settings read beforehand; ONNX Runtime the graph that `export` writes, in blocks of 1,024 rows, texts included.


            """);
        page.Append(CultureInfo.InvariantCulture, $"Vectors here: {(Avx512Vbmi.IsSupported ? "AVX-512 with byte permutes" : Vector256.IsHardwareAccelerated ? "256 bits" : "128 bits")}.\n\n");
        page.Append("| set | trees | rows | ours, of a table | ours, ready rows | LightGBM | times of a table | times of ready rows | ONNX Runtime |\n| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var result in results.Where(result => result["times"] is not null))
        {
            foreach (var (kind, name) in (ReadOnlySpan<(string, string)>)[("batch", "20,000"), ("million", "1,000,000"), ("one", "one")])
            {
                if (result["times"]![kind] is JsonObject times)
                {
                    page.Append(CultureInfo.InvariantCulture, $"| {result["data"]} | {result["trees"]} | {name} | {Cell(times, "modelwright_us")} | {Cell(times, "ready_us")} | {Cell(times, "lightgbm_us")} | {Times(times, "modelwright_us")} | {Times(times, "ready_us")} | {Cell(times, "onnx_us")} |\n");
                }
            }
        }

        var rows = results.Sum(result => (long)(int)result["rows"]!);
        var single = results.Sum(result => (long)(int)result["rows_single"]!);
        var different = results.Sum(result => (int)result["different"]! + (int)result["different_single"]!);
        page.Append(CultureInfo.InvariantCulture, $"\n## The same bits\nBeside a plain walk from node to node: {rows:N0} test rows of {results.Select(result => (string)result["data"]!).Distinct().Count()} sets all at once, and {single:N0} of them one by one. Scores with other bits: {different}.\n");
        return page.ToString();
    }

    private static string Cell(JsonObject times, string name) => times[name] is { } found ? ((double)found).ToString("0.00", CultureInfo.InvariantCulture) : "";

    private static string Times(JsonObject times, string name) =>
        ((double)times["lightgbm_us"]! / (double)times[name]!).ToString("0.0", CultureInfo.InvariantCulture);
}
