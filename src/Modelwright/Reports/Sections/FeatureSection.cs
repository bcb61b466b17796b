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

        string[] plain = [.. features.Where(feature => feature.Columns.Count == 1 && feature.Names is [var name] && name == feature.Columns[0]).Select(feature => feature.Columns[0])];
        var made = features.Where(feature => feature.Columns.Count != 1 || feature.Names is not [var name] || name != feature.Columns[0]).ToArray();
        if (plain.Length > 0)
        {
            yield return new Prose($"As they are, without a change of kind: {string.Join(", ", plain.Take(Most))}{(plain.Length > Most ? $" and {Numbers.Count(plain.Length - Most)} more" : "")}.");
        }

        if (made.Length > 0)
        {
            var left = made.Length - Most;
            yield return Grid.Of("Features made from columns", "columns|>features|names", made.Take(Most).Select(feature => (IReadOnlyList<string>)
            [
                feature.Columns.Count == 0 ? "no column" : string.Join(", ", feature.Columns),
                Numbers.Count(feature.Names.Count),
                string.Join(", ", feature.Names.Take(MostNames)) + (feature.Names.Count > MostNames ? ", …" : ""),
            ])) with { Note = left > 0 ? $"{Numbers.Count(left)} more are in evidence.json." : "" };
        }
    }
}
