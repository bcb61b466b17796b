using System.Text.Json;
using Modelwright.Measures;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Monitoring.References;

/// <summary>What the evidence of a package says its model scores on rows that no fit had seen.</summary>
internal static class PackageEvidence
{
    /// <summary>The first figure of a metric, which stands on the most trustworthy rows; null where there is none.</summary>
    /// <param name="package">The package; evidence of another release is read as far as it goes.</param>
    /// <param name="metric">Name of the metric.</param>
    public static Estimate? Of(Package package, string metric)
    {
        try
        {
            using var evidence = JsonDocument.Parse(package.EvidenceJson);
            if (evidence.RootElement.ValueKind != JsonValueKind.Object || !evidence.RootElement.TryGetProperty("figures", out var figures) || figures.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var figure = figures.EnumerateArray().FirstOrDefault(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty("metric", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() == metric);
            return figure.ValueKind == JsonValueKind.Object && Number(figure, "value") is { } value && Number(figure, "standard_error") is { } error && Number(figure, "lower") is { } lower && Number(figure, "upper") is { } upper
                ? new(value, error, lower, upper, (int)(Number(figure, "rows") ?? 0))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double? Number(JsonElement figure, string name) =>
        figure.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
