using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Profile;
using Modelwright.Sources;

namespace Modelwright.Leaks;

/// <summary>One labelled table of an index of data sets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file.</param>
/// <param name="Target">The column that is asked for.</param>
/// <param name="Task">The task.</param>
/// <param name="Dropped">Columns that may not be used.</param>
/// <param name="Leaks">Those of them that the index calls a leak.</param>
/// <param name="Duplicates">Rows that equal an earlier row, as the index counts them; null where it does not.</param>
/// <param name="Groups">Columns whose values rows share, as the index names them.</param>
internal sealed record IndexedSet(string Name, string File, string Target, LearningTask Task, IReadOnlyList<string> Dropped, IReadOnlyList<string> Leaks, long? Duplicates, IReadOnlyList<string> Groups)
{
    private static readonly string[] Readable = [".csv", ".csv.gz", ".ndjson.gz", ".xlsx"];

    /// <summary>All sets of an index whose target is a class or a number, in the order of the index.</summary>
    /// <param name="folder">The folder with index.json.</param>
    /// <param name="names">Which; empty means all.</param>
    public static IReadOnlyList<IndexedSet> Read(string folder, IReadOnlyList<string> names)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "index.json")));
        IndexedSet[] sets = [.. document.RootElement.GetProperty("datasets").EnumerateArray().Where(IsLabelled).Select(entry => From(entry, folder))];
        string[] unknown = [.. names.Where(name => !Array.Exists(sets, set => set.Name == name))];
        return unknown.Length > 0
            ? throw new OptionsException(string.Join('\n', unknown.Select(name => $"Set '{name}' is not in the index.{NearestName.Suggest(name, sets.Select(set => set.Name))}")))
            : [.. sets.Where(set => names.Count == 0 || names.Contains(set.Name))];
    }

    /// <summary>Reads the rows.</summary>
    /// <param name="without">Columns to leave out.</param>
    public async Task<(Table Table, SourceReport Report)> ReadAsync(IReadOnlyList<string> without)
    {
        var source = await SourceTable.ReadAsync(File).ConfigureAwait(false);
        return (source.Table.Without(without), source.Report);
    }

    /// <summary>What the profile finds in rows of this set.</summary>
    public DataProfile Profile(Table table, SourceReport report) => Profiler.Inspect(table, new() { Target = Target, Task = Task, Source = report });

    private static bool IsLabelled(JsonElement entry) =>
        entry.GetProperty("task").GetString() is { } task
        && (task.Contains("classification", StringComparison.Ordinal) || task.Contains("regression", StringComparison.Ordinal))
        && Readable.Any(ending => entry.GetProperty("file").GetString()!.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsLeak(JsonElement column) => column.GetProperty("reason").GetString()!.StartsWith("leak", StringComparison.Ordinal);

    private static IndexedSet From(JsonElement entry, string folder) => new(
        entry.GetProperty("name").GetString()!,
        Path.Combine(folder, entry.GetProperty("file").GetString()!),
        entry.GetProperty("target").GetString()!,
        entry.GetProperty("task").GetString()!.Contains("regression", StringComparison.Ordinal) ? LearningTask.Regression : LearningTask.Classification,
        [.. entry.GetProperty("drop_columns").EnumerateArray().Select(column => column.GetProperty("column").GetString()!)],
        [.. entry.GetProperty("drop_columns").EnumerateArray().Where(IsLeak).Select(column => column.GetProperty("column").GetString()!)],
        entry.TryGetProperty("duplicate_rows", out var duplicates) && duplicates.ValueKind == JsonValueKind.Number ? duplicates.GetInt64() : null,
        [.. entry.GetProperty("group_columns").EnumerateArray().Select(column => column.GetString()!)]);
}
