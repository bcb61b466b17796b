using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Quality.Runs;

namespace Modelwright.Quality.Comparison;

/// <summary>What all systems scored on one set, on the same test rows.</summary>
/// <param name="Set">Its name.</param>
/// <param name="Metric">The metric compared.</param>
/// <param name="Result">Our result of the first repeat that has one.</param>
/// <param name="Ours">Our score, the mean over the repeats that any other system has; over all where none has one.</param>
/// <param name="Baseline">The baseline's score on the same rows.</param>
/// <param name="Others">Scores of other systems by name; each the mean over the repeats that both have.</param>
internal sealed record SetFigures(string Set, string Metric, JsonObject Result, double Ours, double Baseline, IReadOnlyDictionary<string, PairedScore> Others)
{
    /// <summary>The systems compared with, the simplest first.</summary>
    public static IReadOnlyList<string> Systems { get; } = ["lgbm", "rf", "hgb", "mlnet_automl", "mlnet_automl_split", "flaml", Strongest, "autogluon_best"];

    /// <summary>The peer that costs are compared with.</summary>
    public const string Strongest = "autogluon";

    /// <summary>What the strongest peer wrote down of the first repeat; null where it has none.</summary>
    public JsonObject? Peer { get; init; }

    /// <summary>Our score of every repeat, in their order, and the mean of the baseline's.</summary>
    public (double[] Scores, double Baseline) Repeats { get; init; } = ([], 0);

    /// <summary>How far a score is from perfect.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="score">The score.</param>
    /// <returns>1 - score for ROC AUC, the score itself for losses.</returns>
    public static double Error(string metric, double score) => metric == "roc_auc" ? 1 - score : score;

    /// <summary>Reads all sets we have a result of.</summary>
    /// <param name="options">The call.</param>
    public static IReadOnlyList<SetFigures> Read(Options options)
    {
        if (!Directory.Exists(options.Out))
        {
            throw new OptionsException($"The folder of results '{options.Out}' was not found. Make results with the command 'run', or name the folder with --out.");
        }

        var groups = Directory.EnumerateFiles(options.Out, $"*.modelwright.{options.Budget}*.json")
            .Select(ResultFile.Read)
            .OfType<JsonObject>()
            .GroupBy(result => (string)result["data"]!, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        return
        [
            .. groups.Select(group => From(options, group.Key, [.. group.OrderBy(result => (int)result["repeat"]!)]))
                .Where(set => options.PeerSeconds <= 0 || (double?)set.Peer?["fit_s"] > options.PeerSeconds),
        ];
    }

    private static SetFigures From(Options options, string set, JsonObject[] results)
    {
        var metric = (string)results[0]["task"]! switch
        {
            "binary" => "roc_auc",
            "multiclass" => "log_loss",
            _ => "rmse",
        };
        var others = new Dictionary<string, PairedScore>(StringComparer.Ordinal);
        foreach (var system in Systems)
        {
            var pairs = results.Select(own => (Own: own, Other: Other(options, set, system, (int)own["repeat"]!))).Where(pair => pair.Other is not null).ToArray();
            if (pairs.Length > 0)
            {
                others[system] = new(pairs.Average(pair => Score(pair.Own, metric)), pairs.Average(pair => Score(pair.Other!, metric)));
            }
        }

        JsonObject[] beside = [.. results.Where(own => Systems.Any(system => Other(options, set, system, (int)own["repeat"]!) is not null))];
        beside = beside.Length == 0 ? results : beside;
        double Baseline(JsonObject own) => (double)own["baseline_scores"]![metric]!;
        return new(set, metric, results[0], beside.Average(own => Score(own, metric)), beside.Average(Baseline), others)
        {
            Repeats = ([.. results.Select(own => Score(own, metric))], results.Average(Baseline)),
            Peer = Other(options, set, Strongest, repeat: (int)results[0]["repeat"]!),
        };
    }

    private static double Score(JsonObject result, string metric) => (double)result["scores"]![metric]!;

    private static JsonObject? Other(Options options, string set, string system, int repeat) =>
        (options.Peers is { } peers ? ResultFile.Read(ResultFile.At(peers, set, system, options.PeerBudget, repeat)) : null)
        ?? ResultFile.Read(ResultFile.At(options.Out, set, system, options.PeerBudget, repeat));
}
