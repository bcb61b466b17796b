using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Quality.Sets;

/// <summary>One entry of the index of data.</summary>
internal sealed record DataSet
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its file.</summary>
    public required string File { get; init; }

    /// <summary>The file of its splits.</summary>
    public required string SplitFile { get; init; }

    /// <summary>What kind of question: 'binary', 'multiclass' or 'regression', as in recorded figures.</summary>
    public required string Kind { get; init; }

    /// <summary>The column that is asked for.</summary>
    public required string Target { get; init; }

    /// <summary>Rows in the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns that may not be used.</summary>
    public required IReadOnlyList<string> Dropped { get; init; }

    /// <summary>The task.</summary>
    public LearningTask Task => Kind == "regression" ? LearningTask.Regression : LearningTask.Classification;

    /// <summary>The metric that all systems were told to make best.</summary>
    public string Metric => Kind switch
    {
        "binary" => "roc_auc",
        "multiclass" => "log_loss",
        _ => "rmse",
    };

    /// <summary>Reads the tables of an index.</summary>
    /// <param name="folder">The folder of data.</param>
    /// <param name="names">Which; empty means all.</param>
    public static IReadOnlyList<DataSet> Read(string folder, IReadOnlyList<string> names)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "index.json")));
        var sets = document.RootElement.GetProperty("datasets").EnumerateArray()
            .Where(entry => entry.GetProperty("file").GetString()!.StartsWith("tabular/", StringComparison.Ordinal))
            .Select(entry => From(entry, folder))
            .ToArray();
        string[] unknown = [.. names.Where(name => !Array.Exists(sets, set => set.Name == name))];
        return unknown.Length > 0
            ? throw new OptionsException(string.Join('\n', unknown.Select(name => $"Set '{name}' is not in the index.{NearestName.Suggest(name, sets.Select(set => set.Name))}")))
            : [.. sets.Where(set => names.Count == 0 || names.Contains(set.Name))];
    }

    /// <summary>The test rows of one repeat.</summary>
    /// <param name="repeat">From 0.</param>
    public int[] TestRows(int repeat)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(SplitFile));
        return [.. document.RootElement.GetProperty("repeats")[repeat].GetProperty("test").EnumerateArray().Select(row => row.GetInt32())];
    }

    private static DataSet From(JsonElement entry, string folder) => new()
    {
        Name = entry.GetProperty("name").GetString()!,
        File = Path.Combine(folder, entry.GetProperty("file").GetString()!),
        SplitFile = Path.Combine(folder, entry.GetProperty("split_file").GetString()!),
        Kind = entry.GetProperty("task").GetString()!.Split(' ')[0],
        Target = entry.GetProperty("target").GetString()!,
        Rows = entry.GetProperty("rows").GetInt32(),
        Dropped = [.. entry.GetProperty("drop_columns").EnumerateArray().Select(column => column.GetProperty("column").GetString()!)],
    };
}
