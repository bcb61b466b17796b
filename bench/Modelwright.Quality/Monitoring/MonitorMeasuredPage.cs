using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Modelwright.Quality.Monitoring;

/// <summary>The page about windows of real data of which it is known what is wrong with them.</summary>
internal static class MonitorMeasuredPage
{
    /// <summary>Writes the page.</summary>
    public static string Of(Options options, IReadOnlyList<JsonObject> results)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Windows of real data, judged
            Written by `bench/Modelwright.Quality monitor`. Models of runs of {options.Budget}; half of the test rows of each set are the reference, windows are drawn from the other half (with replacement where it has fewer than three times the rows of a window; repeats are not counted then).

            ## Honest windows
            Nothing is wrong with these. {Share(results, 500)} {Share(results, 50_000)} The aim is at most 1 %.

            | set | rows of the reference | windows of 500 | with an alarm | windows of 50,000 | with an alarm | kinds |
            | --- | ---: | ---: | ---: | ---: | ---: | --- |

            """);
        foreach (var result in results)
        {
            var honest = result["honest"]!.AsArray();
            page.Append(CultureInfo.InvariantCulture, $"| {result["data"]} | {result["reference_rows"]} | {honest[0]!["windows"]} | {honest[0]!["alarms"]} | {honest[1]!["windows"]} | {honest[1]!["alarms"]} | {string.Join(", ", honest.SelectMany(size => size!["kinds"]!.AsArray()).Select(kind => (string)kind!).Distinct())} |\n");
        }

        page.Append("""

            ## Shifts
            Covariate shifts draw more rows from one end of a column, or of a level, two windows of 5,000 rows each; costly ones make the main metric worse by 5 % or more. Label shifts exchange the labels of the share of rows that costs 5 %. Points of accuracy by which the estimate is off from the realised.

            | set | shifts | costly | caught without labels | caught with labels | accuracy off, median | 95 % | most | labels exchanged | runs | caught in 2 x 5,000 | in 2 x 500 |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var result in results)
        {
            var (shifts, labels) = (result["covariate"]!, result["labels"]!);
            page.Append(CultureInfo.InvariantCulture, $"| {result["data"]} | {shifts["shifts"]} | {shifts["costly"]} | {shifts["caught_without_labels"]} | {shifts["caught"]} | {Points(shifts["accuracy_off_median"])} | {Points(shifts["accuracy_off_95"])} | {Points(shifts["accuracy_off_most"])} | {labels["share_exchanged"]} | {labels["repeats"]} | {labels["caught"]} | {labels["caught_of_500_rows"]} |\n");
        }

        return page.ToString();
    }

    private static string Share(IReadOnlyList<JsonObject> results, int rows)
    {
        JsonNode[] honest = [.. results.SelectMany(result => result["honest"]!.AsArray()).Where(size => (int)size!["rows"]! == rows).OfType<JsonNode>()];
        var (windows, alarms) = (honest.Sum(size => (int)size["windows"]!), honest.Sum(size => (int)size["alarms"]!));
        return string.Create(CultureInfo.InvariantCulture, $"Of {windows} windows of {rows} rows {alarms} raised an alarm ({100.0 * alarms / Math.Max(1, windows):F2} %).");
    }

    private static string Points(JsonNode? share) => share is null ? "" : ((double)share * 100).ToString("F2", CultureInfo.InvariantCulture);
}
