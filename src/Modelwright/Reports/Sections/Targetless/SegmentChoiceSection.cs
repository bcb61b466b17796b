using Modelwright.Recording.Targetless;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections.Targetless;

/// <summary>The ways to part the rows that were tried, with what tells for each.</summary>
internal static class SegmentChoiceSection
{
    private const int Most = 20;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Segments is not { Tried: { Count: > 0 } tried })
        {
            yield break;
        }

        var chosen = tried.Where(way => way.IsChosen);
        yield return Grid.Of("", "method|>segments|>parted|>support|>agreement|>score|>silhouette|>Calinski-Harabasz|>Davies-Bouldin|>stability|chosen", chosen.Concat(tried.Where(way => !way.IsChosen)).Take(Most).Select(Row)) with
        {
            Note = "Parted is the share of near neighbours that lie in other segments (lower is better, for equal numbers); support says how real the boundaries are (a cut through an even cloud has about 0); agreement says how far methods of other kinds see the same segments (below 0.4 it counts as 0.4); the score is their product above 0.25 by the number of segments, of which small ones count for little, and compares numbers of them. Stability is the agreement with refits on parts of the rows. The best few have all indexes."
                + (tried.Count > Most ? $" {Numbers.Count(tried.Count - Most)} more are in evidence.json." : ""),
        };
    }

    private static IReadOnlyList<string> Row(EvidenceSegmentation way) =>
    [
        way.Method,
        Numbers.Count(way.Segments),
        Numbers.Percent(way.Parted),
        Numbers.Fixed(way.Support, 2),
        Index(way.Agreement, 2),
        Numbers.Fixed(way.Score, 2),
        Index(way.Silhouette, 2),
        Index(way.CalinskiHarabasz, 0),
        Index(way.DaviesBouldin, 2),
        Index(way.Stability, 2),
        way.IsChosen ? "yes" : "",
    ];

    private static string Index(double? value, int places) => value is { } known && double.IsFinite(known) ? Numbers.Fixed(known, places) : "";
}
