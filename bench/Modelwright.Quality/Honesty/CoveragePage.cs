using System.Globalization;

namespace Modelwright.Quality.Honesty;

/// <summary>The part of the page about intervals and sets.</summary>
internal static class CoveragePage
{
    /// <summary>Writes it; empty where nothing was measured.</summary>
    /// <param name="coverages">Every run, by set and split.</param>
    public static string Of(Coverage[] coverages) => coverages.Length == 0 ? "" : $"""

        ## Do intervals and sets hold the truth?
        What the shipped model said with 90 % on the same test rows: an interval for a number, a set of classes for a class. The width is in the unit of the target, the size a
        number of classes. A model that is right in more than 90 % of the rows has sets of one class that hold the truth more often.

        {Summary(coverages)}

        | set | split | kind | held | standard error | mean width or size | enough |
        | --- | ---: | --- | ---: | ---: | ---: | --- |
        {string.Join('\n', coverages.Select(Row))}

        """;

    /// <summary>What it comes to.</summary>
    /// <param name="coverages">Every run.</param>
    public static string Summary(Coverage[] coverages)
    {
        string[] lines = [.. coverages.GroupBy(coverage => coverage.IsInterval).OrderByDescending(kind => kind.Key).Select(kind => string.Create(
            CultureInfo.InvariantCulture,
            $"- {(kind.Key ? "Intervals" : "Sets")}: at least 90 % less two standard errors in {kind.Count(coverage => coverage.IsEnough)} of {kind.Count()} runs, over the splits of a set in {kind.GroupBy(coverage => coverage.Set).Count(IsEnough)} of {kind.Select(coverage => coverage.Set).Distinct().Count()} sets; {100 * kind.Average(coverage => coverage.Held):0.0} % on average."))];
        return string.Join('\n', lines);
    }

    // Splits of a set share rows, so the mean of their standard errors is taken, and not what independent rows would have.
    private static bool IsEnough(IEnumerable<Coverage> splits) =>
        splits.Average(coverage => coverage.Held) >= splits.Average(coverage => coverage.Level) - (2 * splits.Average(coverage => coverage.Error));

    private static string Row(Coverage coverage) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {coverage.Set} | {coverage.Repeat} | {(coverage.IsInterval ? "interval" : "set")} | {100 * coverage.Held:0.0} % | {100 * coverage.Error:0.0} % | {coverage.Size:G4} | {(coverage.IsEnough ? "yes" : "no")} |");
}
