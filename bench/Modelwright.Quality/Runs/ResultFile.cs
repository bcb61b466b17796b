using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Modelwright.Quality.Runs;

/// <summary>One JSON file for each set, system, budget and repeat: the layout that recorded figures have too.</summary>
internal static partial class ResultFile
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>The path of a result.</summary>
    /// <param name="folder">The folder of results.</param>
    /// <param name="set">The set.</param>
    /// <param name="system">Who was measured.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="repeat">Which split; the first has no mark.</param>
    public static string At(string folder, string set, string system, string budget, int repeat) =>
        Path.Combine(folder, $"{set}.{system}.{budget}{(repeat == 0 ? "" : $".r{repeat}")}.json");

    /// <summary>Reads a result.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The result; null where there is none, or it ended in an error.</returns>
    public static JsonObject? Read(string path) =>
        File.Exists(path) && JsonNode.Parse(NotANumber().Replace(File.ReadAllText(path), "null")) is JsonObject result && !result.ContainsKey("error") ? result : null;

    // Other systems write an infinite loss as a bare word, which JSON does not know; it is no figure to compare.
    [GeneratedRegex(@"(?<=[\[:,]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])")]
    private static partial Regex NotANumber();

    /// <summary>Writes a result whole or not at all.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="result">The result.</param>
    public static void Write(string path, JsonObject result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path + ".part", result.ToJsonString(Layout) + "\n");
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>What every result starts with.</summary>
    /// <param name="system">Who was measured.</param>
    /// <param name="set">The set.</param>
    /// <param name="split">Its rows.</param>
    /// <param name="options">The call.</param>
    /// <param name="repeat">Which split.</param>
    public static JsonObject Start(string system, Sets.DataSet set, Sets.SplitSet split, Options options, int repeat) => new()
    {
        ["framework"] = system,
        ["data"] = set.Name,
        ["task"] = set.Kind,
        ["repeat"] = repeat,
        ["budget"] = options.Budget,
        ["seed"] = options.Seed,
        ["threads"] = Environment.ProcessorCount,
        ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        ["load_1min"] = Load(),
        ["rows_train"] = split.Training.Length,
        ["rows_test"] = split.Test.Length,
        ["columns_in"] = split.Columns,
        ["baseline_scores"] = Scores.Of(Scores.Baseline(set, split), set),
    };

    private static double? Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
