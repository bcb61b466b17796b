using Modelwright.Core.Data;
using Modelwright.Profile;
using Modelwright.Recording;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Where the rows went, and what each column holds.</summary>
internal static class DataSection
{
    private const int MostColumns = 200;
    private const int MostLevels = 4;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        yield return new Facts([.. Rows(ground.Evidence.Rows)]);
        if (ground.Profile is { } profile)
        {
            yield return Columns(profile);
        }
    }

    /// <summary>A table with a row for each column of the data.</summary>
    public static Grid Columns(DataProfile profile)
    {
        var left = profile.Columns.Count - MostColumns;
        return Grid.Of("", "column|meaning|>missing|>distinct|values|role", profile.Columns.Take(MostColumns).Select(column => (IReadOnlyList<string>)
        [
            column.Name,
            column.Meaning.ToString().ToLowerInvariant(),
            Numbers.Percent(column.Evidence.MissingShare),
            (column.Evidence.IsDistinctEstimated ? "≈ " : "") + Numbers.Count(column.Evidence.Distinct),
            Values(column.Evidence, column.Unit is { } unit ? $" {unit}" : ""),
            column.Spec.Role == ColumnRole.Feature ? "" : column.Spec.Role.ToString().ToLowerInvariant(),
        ])) with { Note = $"Values are the smallest, the median and the largest, the first and the last time, or the most frequent ones.{(left > 0 ? $" {Numbers.Count(left)} more columns are not shown." : "")}" };
    }

    private static IEnumerable<Fact> Rows(EvidenceRows rows)
    {
        yield return new("Rows read", Numbers.Count(rows.Read));
        (string Name, long Count)[] parts =
        [
            ("Skipped, not readable", rows.Skipped),
            ("Left out, no target", rows.WithoutTarget),
            ("Left out for memory", rows.LeftOutForMemory),
            ("Used to choose", rows.Development),
            ("Outside the search", rows.OutsideSearch),
            ("Sealed until the end", rows.SealedHoldout),
            ("Test rows", rows.Test),
            ("In the shipped model", rows.Shipped),
        ];
        foreach (var (name, count) in parts.Where(part => part.Count > 0))
        {
            yield return new(name, Numbers.Count(count));
        }
    }

    private static string Values(ColumnEvidence evidence, string unit) => evidence switch
    {
        { Earliest: { } first, Latest: { } last } => $"{Day(first)} … {Day(last)}",
        { Minimum: { } minimum, Median: { } median, Maximum: { } maximum } => $"{Numbers.Short(minimum)} … {Numbers.Short(median)} … {Numbers.Short(maximum)}{unit}",
        _ => string.Join(", ", evidence.Top.Take(MostLevels).Select(level => Pages.Shown.Shortened(level.Value, 24))) + (evidence.Distinct > MostLevels ? ", …" : ""),
    };

    private static string Day(string time) => time.Replace("T00:00:00", "", StringComparison.Ordinal).Replace('T', ' ');
}
