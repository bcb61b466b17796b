using System.Text.Json;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;

namespace Modelwright.Anomalies;

/// <summary>One set of an index whose rows are labelled as usual or strange.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">Its file.</param>
internal sealed record LabelledSet(string Name, string File)
{
    private const string Label = "label";

    /// <summary>All sets for the detection of anomalies in rows, in the order of the index.</summary>
    /// <param name="folder">The folder with index.json.</param>
    /// <param name="names">Which; empty means all.</param>
    public static IReadOnlyList<LabelledSet> Read(string folder, IReadOnlyList<string> names)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "index.json")));
        LabelledSet[] sets =
        [
            .. document.RootElement.GetProperty("datasets").EnumerateArray()
                .Where(entry => entry.GetProperty("task").GetString() == "anomaly detection")
                .Select(entry => new LabelledSet(entry.GetProperty("name").GetString()!, Path.Combine(folder, entry.GetProperty("file").GetString()!))),
        ];
        string[] unknown = [.. names.Where(name => !Array.Exists(sets, set => set.Name == name))];
        return unknown.Length > 0
            ? throw new OptionsException(string.Join('\n', unknown.Select(name => $"Set '{name}' is not in the index.{NearestName.Suggest(name, sets.Select(set => set.Name))}")))
            : [.. sets.Where(set => names.Count == 0 || names.Contains(set.Name))];
    }

    /// <summary>Reads the rows: number columns, and the label apart.</summary>
    public async Task<LabelledRows> RowsAsync()
    {
        var table = (await SourceTable.ReadAsync(File).ConfigureAwait(false)).Table;
        var labels = (NumberColumn)table[Label];
        return new(Name, table.Without([Label]), [.. Enumerable.Range(0, table.RowCount).Select(row => labels.Values.At(row) == 1)]);
    }
}
