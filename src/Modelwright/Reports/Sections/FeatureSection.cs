using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Which features were made of which columns.</summary>
internal static class FeatureSection
{
    private const int Most = 100;
    private const int MostNames = 4;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var features = ground.Evidence.Features;
        if (features.Count == 0)
        {
            yield break;
        }

        var left = features.Count - Most;
        yield return Grid.Of("", "columns|>features|names", features.Take(Most).Select(feature => (IReadOnlyList<string>)
        [
            feature.Columns.Count == 0 ? "no column" : string.Join(", ", feature.Columns),
            Numbers.Count(feature.Names.Count),
            string.Join(", ", feature.Names.Take(MostNames)) + (feature.Names.Count > MostNames ? ", …" : ""),
        ])) with { Note = left > 0 ? $"{Numbers.Count(left)} more are in evidence.json." : "" };
    }
}
