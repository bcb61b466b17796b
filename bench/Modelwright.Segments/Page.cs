using System.Globalization;
using System.Text;

namespace Modelwright.Segments;

/// <summary>Writes the results as a page.</summary>
internal static class Page
{
    /// <summary>The whole page.</summary>
    /// <param name="results">One a set.</param>
    /// <param name="large">The line about many rows.</param>
    public static string Of(IReadOnlyList<SetResult> results, string large)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Segments, measured

            Written by `bench/Modelwright.Segments`; not by hand. Columns were put on one scale; labels were used for the scores only.

            {Summary(results)}

            {large}

            ## With the number of segments given
            Adjusted Rand index, the mean over the labellings of a set; rows labelled as noise are left out. Each method alone was run on the same rows.

            | set | rows | segments | default | chosen | best alone |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var result in results.Where(result => result.HasSegments))
        {
            var best = result.Singles.MaxBy(single => single.Value);
            page.Append(CultureInfo.InvariantCulture, $"| {result.Set} | {result.Rows} | {string.Join(" or ", result.Known)} | {result.Default:0.000} | {string.Join("; ", result.Chosen.Distinct())} | {best.Value:0.000} {best.Key} |\n");
        }

        page.Append("\n| method alone | mean over sets |\n| --- | --- |\n");
        foreach (var (method, mean) in Alone(results))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {method} | {mean:0.000} |\n");
        }

        page.Append("\n## Without\n\n| set | segments | found | by | adjusted Rand index | seconds |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var result in results)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Set} | {string.Join(" or ", result.Known)} | {result.Found} | {result.FoundBy} | {(result.HasSegments ? result.FoundRand.ToString("0.000", CultureInfo.InvariantCulture) : "")} | {result.Seconds:0.0} |\n");
        }

        return page.ToString();
    }

    /// <summary>The figures that count.</summary>
    public static string Summary(IReadOnlyList<SetResult> results)
    {
        var (best, mean) = Alone(results).First();
        return string.Create(CultureInfo.InvariantCulture, $"With the number given the default reaches {results.Where(result => result.HasSegments).Average(result => result.Default):0.000} on the mean of {results.Count(result => result.HasSegments)} sets; the best method alone, {best}, {mean:0.000}. Without, the number is exact on {results.Count(result => result.IsExact)} of {results.Count} sets and within 15 % on {results.Count(result => result.IsNear)} of the {results.Count(result => result.HasMany)} with more than 4 segments.");
    }

    private static IEnumerable<(string Method, double Mean)> Alone(IReadOnlyList<SetResult> results) => results
        .Where(result => result.HasSegments)
        .SelectMany(result => result.Singles).GroupBy(single => single.Key, single => single.Value)
        .Where(group => group.Count() == results.Count(result => result.HasSegments))
        .Select(group => (group.Key, group.Average())).OrderByDescending(pair => pair.Item2);
}
