using Modelwright.Core.Data;
using Modelwright.Recording.Targetless;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Tasks.Clustering;

namespace Modelwright.Reports.Sections.Targetless;

/// <summary>The segments: their names, rules and profiles, where they lie, and which rows are typical and doubtful.</summary>
internal static class SegmentSection
{
    private const int MostSegments = 30;
    private const int MostColumns = 8;
    private const int MostLetters = 200;
    private const int MostDrawn = 12;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Segments is not { } segments)
        {
            yield break;
        }

        if (segments.Reason.Length > 0)
        {
            yield return new Prose(segments.Reason);
        }

        yield return Names(segments);
        if (segments.Count < 2)
        {
            yield break;
        }

        if (ground.Model?.Segments is { Map: not null } details)
        {
            yield return Map(segments, details);
        }

        yield return Rules(segments);
        yield return Profiles(segments);
        if (ground.Model?.Segments is { } shown)
        {
            yield return Rows("Typical rows", "Rows nearest to the middle of their segment.", segments, shown, portrait => portrait.Typical);
            yield return Rows("Borderline rows", "Rows of the highest doubt: another segment is nearly as near.", segments, shown, portrait => portrait.Borderline);
        }
    }

    private static Grid Names(EvidenceSegments segments) => Grid.Of("", ">segment|name|>rows|>share", segments.Segments.Take(MostSegments).Select(segment => (IReadOnlyList<string>)
    [
        Numbers.Count(segment.Number),
        segment.Name,
        Numbers.Count(segment.Rows),
        Numbers.Percent(segment.Share),
    ])) with { Note = (segments.Noise > 0 ? $"{Numbers.Count(segments.Noise)} rows belong to none. " : "") + "Names are made of what sets a segment apart from the whole." };

    private static LineChart Map(EvidenceSegments segments, SegmentDetails details)
    {
        var map = details.Map!;
        var points = Enumerable.Range(0, map.Rows.Length).Select(place => (Label: details.Labels[map.Rows[place]], Point: new ChartPoint(map.Places[2 * place], map.Places[(2 * place) + 1]))).ToArray();
        var drawn = segments.Segments.OrderByDescending(segment => segment.Rows).Take(MostDrawn).OrderBy(segment => segment.Number);
        return new()
        {
            Title = "Where rows lie",
            Reading = $"Each dot is a row; rows that are alike lie together ({map.Method}; trustworthiness {Numbers.Fixed(map.Trustworthiness, 2)}, that of the plane of most variance {Numbers.Fixed(map.OfPlane, 2)}). Distances between far groups mean little.",
            X = ChartAxis.Around("first direction", points.Select(point => point.Point.X)).WithRoom(),
            Y = ChartAxis.Around("second direction", points.Select(point => point.Point.Y)).WithRoom(),
            Series = [.. drawn.Select(segment => new ChartSeries($"{segment.Number} {Shown.Shortened(segment.Name, 40)}", SeriesLook.Dots, [.. points.Where(point => point.Label == segment.Number - 1).Select(point => point.Point)]))
                .Append(new("none", SeriesLook.Dots, [.. points.Where(point => point.Label < 0).Select(point => point.Point)]))
                .Where(series => series.Points.Count > 0)],
        };
    }

    private static Grid Rules(EvidenceSegments segments) => Grid.Of("Rules in words", ">segment|name|rule", segments.Segments.Take(MostSegments).SelectMany(segment => segment.Rules.Take(3).Select(rule => (IReadOnlyList<string>)
    [
        Numbers.Count(segment.Number),
        segment.Name,
        rule,
    ]))) with { Note = segments.RuleAccuracy is { } accuracy ? $"A small tree over the columns; it tells the segment of {Numbers.Percent(accuracy)} of rows that it was not grown from." : "" };

    private static Grid Profiles(EvidenceSegments segments) => Grid.Of("What sets them apart", ">segment|column|>in the segment|>of all|>difference", segments.Segments.Take(MostSegments).SelectMany(segment => segment.Profile.Select(column => (IReadOnlyList<string>)
    [
        Numbers.Count(segment.Number),
        column.Column,
        column.Segment,
        column.Whole,
        (column.Difference > 0 ? "+" : "") + Numbers.Fixed(column.Difference, 2),
    ]))) with { Note = "Means, or the share of the level that differs most; the difference is in standard deviations of all rows." };

    private static Grid Rows(string title, string note, EvidenceSegments segments, SegmentDetails details, Func<Tasks.Clustering.Naming.SegmentPortrait, IReadOnlyList<int>> which)
    {
        Column[] columns = [.. details.Rows.Columns.Take(MostColumns)];
        return Grid.Of(title, $">row|>segment|{string.Join('|', columns.Select(column => Shown.Shortened(column.Name.Replace('|', '/'), 30)))}", details.Portraits.Segments.Take(MostSegments).SelectMany(portrait => which(portrait).Take(3).Select(row => (IReadOnlyList<string>)
        [
            Numbers.Count(row + 1L),
            Numbers.Count(segments.Segments[portrait.Segment].Number),
            .. columns.Select(column => Shown.Shortened(column.Format(row) ?? "", MostLetters)),
        ]))) with { Note = $"{note} Rows are counted from 1, the heading not among them.", IsDetail = true };
    }
}
