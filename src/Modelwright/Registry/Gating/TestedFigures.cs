using System.Text.Json;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Stress.Gates;

namespace Modelwright.Registry.Gating;

/// <summary>The figures that a gate may bound: those of the newest test, and those of the evidence by the name of their metric.</summary>
internal static class TestedFigures
{
    private const int Most = 10_000;
    private const int LongestText = 1_000;

    /// <summary>All figures; those of the test first, and 'score' of the evidence only where the test has none.</summary>
    /// <param name="test">The statement of the test; null where there is none.</param>
    /// <param name="evidence">The figures of the evidence, the one to quote first.</param>
    public static IReadOnlyList<GateFigure> Of(Attestation? test, IReadOnlyList<Figure> evidence)
    {
        var all = new List<GateFigure>(test is null ? [] : Entries(test, "figures").Select(Read).OfType<GateFigure>());
        all.AddRange(evidence.Take(1).Select(figure => Named("score", figure)));
        all.AddRange(evidence.Select(figure => Named(figure.Metric, figure)));
        all.AddRange(evidence.Select(figure => Named($"{figure.Model}.{figure.Data}.{figure.Metric}", figure)));
        return all;
    }

    /// <summary>What a test says of the bounds that were not kept.</summary>
    public static IEnumerable<string> Failed(Attestation test) => Entries(test, "gate")
        .Where(entry => entry.TryGetProperty("passed", out var passed) && passed.ValueKind == JsonValueKind.False)
        .Select(entry => Text(entry, "text"))
        .OfType<string>();

    private static List<JsonElement> Entries(Attestation test, string name)
    {
        using var document = JsonDocument.Parse(test.Statement);
        return document.RootElement.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object).Take(Most).Select(entry => entry.Clone())]
            : [];
    }

    private static GateFigure? Read(JsonElement entry)
    {
        try
        {
            return entry.Deserialize<GateFigure>(Documents.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static GateFigure Named(string name, Figure figure) => new(name, figure.Value, figure.Lower, figure.Upper, $"{figure.Metric} of the {figure.Model} model, {figure.Data}");

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text ? text : null;
}
