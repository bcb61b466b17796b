using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Scoring;

/// <summary>Trains trees on every set, holds our scores beside a plain walk bit by bit, and times the sets named by '--timed' beside LightGBM and ONNX Runtime.</summary>
internal static class ScoringCommand
{
    private const string Name = "scoring";
    private const int MostTrainingRows = 50_000;
    private const int UsualTrees = 200;
    private const int ManyTrees = 1_000;

    /// <summary>Measures every set, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where a score differs from the walk's.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var results = new List<JsonObject>();
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            var isTimed = options.Timed.Contains(set.Name);
            foreach (var trees in isTimed ? (int[])[UsualTrees, ManyTrees] : [UsualTrees])
            {
                results.Add(await OneAsync(options, set, trees, isTimed).ConfigureAwait(false));
            }
        }

        if (options.Page is { } page)
        {
            await File.WriteAllTextAsync(page, ScoringPage.Of(results)).ConfigureAwait(false);
        }

        return results.TrueForAll(result => (int)result["different"]! + (int)result["different_single"]! == 0) ? 0 : 1;
    }

    private static async Task<JsonObject> OneAsync(Options options, DataSet set, int trees, bool isTimed)
    {
        var path = ResultFile.At(options.Out, set.Name, string.Create(CultureInfo.InvariantCulture, $"{Name}-{trees}"), options.Budget, 0);
        if (!options.Fresh && ResultFile.Read(path) is { } known)
        {
            return known;
        }

        var rows = await SetRows.ReadAsync(set, MostTrainingRows).ConfigureAwait(false);
        using var trained = new TrainedTrees(rows, trees, Environment.ProcessorCount);
        var (count, single, different, differentSingle) = SameBits.Count(trained);
        var result = new JsonObject
        {
            ["data"] = set.Name,
            ["trees"] = trained.Ensemble.Trees.Count,
            ["columns"] = trained.Inputs.Length,
            ["classes"] = rows.Classes,
            ["rows"] = count,
            ["rows_single"] = single,
            ["different"] = different,
            ["different_single"] = differentSingle,
        };
        if (isTimed)
        {
            using var times = new ScoringTimes(rows, trained);
            result["times"] = times.Measure(withMillion: trees == UsualTrees);
        }

        ResultFile.Write(path, result);
        Console.WriteLine(result.ToJsonString());
        return result;
    }
}
