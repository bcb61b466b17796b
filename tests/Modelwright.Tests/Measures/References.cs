using System.Text.Json;
using Modelwright.Measures;
using Modelwright.Testing.Metrics;

namespace Modelwright.Tests.Measures;

/// <summary>Reads references.json, which says where its values come from.</summary>
internal static class References
{
    private static readonly Lazy<JsonElement> File = new(() =>
    {
        using var stream = typeof(References).Assembly.GetManifestResourceStream("Measures.references.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    });

    public static IReadOnlyList<MetricReference> Of(string metric) =>
    [
        .. File.Value.GetProperty("cases").EnumerateArray()
            .Where(entry => entry.GetProperty("scores").TryGetProperty(metric, out _))
            .Select(entry => new MetricReference(
                entry.GetProperty("name").GetString()!,
                Read(entry),
                entry.GetProperty("scores").GetProperty(metric).GetDouble())),
    ];

    private static Answers Read(JsonElement entry)
    {
        var classes = entry.GetProperty("classes").GetInt32();
        var weights = entry.GetProperty("weights") is { ValueKind: JsonValueKind.Array } given ? Numbers(given) : null;
        var truth = Numbers(entry.GetProperty("truth"));
        return classes == 0
            ? new NumberAnswers(truth, Numbers(entry.GetProperty("predicted"))) { Weights = weights }
            : new ClassAnswers(
                [.. Enumerable.Range(0, classes).Select(column => $"class {column}")],
                Array.ConvertAll(truth, code => (int)code),
                Numbers(entry.GetProperty("probabilities"))) { Weights = weights };
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
