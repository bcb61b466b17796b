using System.Text.Json;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Registry.Packages;

/// <summary>What the evidence of a package says, as far as it can be understood: packages come from outside, and other programs write evidence too.</summary>
/// <param name="Task">What is learned.</param>
/// <param name="Target">The target column.</param>
/// <param name="Metric">The metric of the choice.</param>
/// <param name="Fingerprint">The hash of the data.</param>
/// <param name="Figures">The figures, at most 100.</param>
internal sealed record PackageFacts(string Task, string? Target, string? Metric, string? Fingerprint, IReadOnlyList<Figure> Figures)
{
    private const int MostFigures = 100;
    private const int LongestText = 1_000;
    private const int MostDepth = 64;

    /// <summary>Reads the evidence.</summary>
    public static PackageFacts Of(Package package)
    {
        var task = package.Model.Task.Name;
        try
        {
            using var document = JsonDocument.Parse(package.EvidenceJson, new JsonDocumentOptions { MaxDepth = MostDepth });
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new(Text(root, "task") ?? task, Text(root, "target"), Text(root, "metric"), Text(root, "fingerprint"), [.. Read(root)])
                : new(task, null, null, null, []);
        }
        catch (JsonException)
        {
            return new(task, null, null, null, []);
        }
    }

    private static IEnumerable<Figure> Read(JsonElement root) => root.TryGetProperty("figures", out var figures) && figures.ValueKind == JsonValueKind.Array
        ? figures.EnumerateArray().Take(MostFigures).Select(ReadOne).OfType<Figure>()
        : [];

    private static Figure? ReadOne(JsonElement entry)
    {
        try
        {
            var figure = entry.Deserialize<Figure>(Documents.Options);
            return figure is { Model.Length: <= LongestText, Data.Length: <= LongestText, Metric.Length: <= LongestText } ? figure : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text ? text : null;
}
