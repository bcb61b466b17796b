using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Scoring;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Attacking;

/// <summary>Attacks trees of several sizes on test rows of sets with classes: how near the greedy search comes to the truth, what is certified, and how long it takes.</summary>
internal static class AttacksCommand
{
    private const string Name = "attacks";
    private const int MostTrainingRows = 50_000;
    private static readonly int[] Sizes = [8, 100, 200];

    /// <summary>Measures every set, and writes the page where one is named.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0, or 1 where a bound, the truth and an attack are not in their order, or an example breaks the threat.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var sets = DataSet.Read(options.Data, options.Sets);
        if (sets.FirstOrDefault(set => set.Kind == "regression") is { } numbers)
        {
            throw new OptionsException($"Set '{numbers.Name}' asks for a number; attacks are measured on classes. Name sets with classes after '--sets'.");
        }

        var results = new List<JsonObject>();
        foreach (var set in sets)
        {
            foreach (var trees in Sizes)
            {
                results.Add(await OneAsync(options, set, trees).ConfigureAwait(false));
            }
        }

        if (options.Page is { } page)
        {
            await File.WriteAllTextAsync(page, AttacksPage.Of(results)).ConfigureAwait(false);
        }

        return results.TrueForAll(result => (int)result["out_of_order"]! + (int)result["broken"]! == 0) ? 0 : 1;
    }

    private static async Task<JsonObject> OneAsync(Options options, DataSet set, int trees)
    {
        var path = ResultFile.At(options.Out, set.Name, string.Create(CultureInfo.InvariantCulture, $"{Name}-{trees}"), options.Budget, 0);
        if (!options.Fresh && ResultFile.Read(path) is { } known)
        {
            return known;
        }

        var rows = await SetRows.ReadAsync(set, MostTrainingRows).ConfigureAwait(false);
        using var trained = new TrainedTrees(rows, trees, Environment.ProcessorCount);
        var result = new TreeAttack(trained, rows.Classes).Measure();
        result["data"] = set.Name;
        result["trees"] = trained.Ensemble.Trees.Count;
        result["leaves"] = trained.Ensemble.Trees.Sum(tree => tree.Leaves.Length);
        ResultFile.Write(path, result);
        Console.WriteLine(result.ToJsonString());
        return result;
    }
}
