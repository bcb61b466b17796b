using System.Globalization;

namespace Modelwright.Tasks.Clustering;

/// <summary>Says why segments were chosen.</summary>
internal static class SegmentReason
{
    /// <summary>The sentence.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="candidates">What was tried, best first.</param>
    /// <param name="rows">Rows looked at.</param>
    public static string Of(SegmentRequest request, IReadOnlyList<SegmentCandidate> candidates, int rows)
    {
        var chosen = candidates.FirstOrDefault(candidate => candidate.IsChosen);
        if (chosen is null)
        {
            return NoneOf(candidates, rows);
        }

        var reason = request.Clusters is null ? ByScore(chosen, candidates) : ByParted(chosen, candidates);
        return request.Clusters is { } wanted && wanted != chosen.Clusters
            ? $"{reason} {wanted} were wanted, but no method made as many of these rows.{StabilityOf(chosen)}"
            : reason + StabilityOf(chosen);
    }

    private static string NoneOf(IReadOnlyList<SegmentCandidate> candidates, int rows) => candidates.Count == 0
        ? Invariant($"The {rows} rows have no two segments that any method could tell apart: they are all alike.")
        : Invariant($"No segments were found: the best of {candidates.Count} candidates, {candidates[0].Clusters} by {candidates[0].Title}, has boundaries of support {candidates[0].Support:0.00} on which other methods agree to {candidates[0].Agreement:0.00}. Their product, with {SegmentTrial.LeastAgreement:0.00} for less agreement, is at most {SegmentTrial.LeastWorth:0.00}, where a boundary is not told from a cut through one cloud. The rows are best seen as one group.");

    private static string ByParted(SegmentCandidate chosen, IReadOnlyList<SegmentCandidate> candidates)
    {
        var next = Next(chosen, candidates.Where(candidate => candidate.Clusters == chosen.Clusters));
        var beside = next is null ? "" : Invariant($"; those of {next.Title} part {next.Parted:0.0 %}");
        return Invariant($"{chosen.Title} was chosen for {chosen.Clusters} segments: their boundaries part {chosen.Parted:0.0 %} of near neighbours{beside}.");
    }

    private static string ByScore(SegmentCandidate chosen, IReadOnlyList<SegmentCandidate> candidates)
    {
        var next = candidates.FirstOrDefault(candidate => candidate.Clusters != chosen.Clusters && candidate.Score <= chosen.Score);
        var beside = next is null ? "" : Invariant($"; the best of another number, {next.Clusters} by {next.Title}, has {next.Score:0.00}");
        var gaveWay = candidates.FirstOrDefault(candidate => candidate.Score > chosen.Score && candidate.Stability is not null);
        beside += gaveWay is null ? "" : Invariant($"; {gaveWay.Clusters} by {gaveWay.Title} have {gaveWay.Score:0.00}, but hardly come back on parts of the rows ({gaveWay.Stability!.Mean:0.00}), and gave way");
        return Invariant($"{chosen.Clusters} segments by {chosen.Title} were chosen: the support of their boundaries is {chosen.Support:0.00} on average, other methods see them alike by {chosen.Agreement:0.00}, and their score is {chosen.Score:0.00}{beside}.");
    }

    private static SegmentCandidate? Next(SegmentCandidate chosen, IEnumerable<SegmentCandidate> candidates) =>
        candidates.FirstOrDefault(candidate => !candidate.IsChosen && candidate.Parted != chosen.Parted);

    private static string StabilityOf(SegmentCandidate chosen) => chosen.Stability is { } stability
        ? Invariant($" Refitted on {stability.Resamples} parts of {SegmentStability.PartShare:0 %} of the rows, the segments agree by {stability.Mean:0.00} ({stability.Lower:0.00} to {stability.Upper:0.00}; 1 is the same, 0 chance).")
        : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
