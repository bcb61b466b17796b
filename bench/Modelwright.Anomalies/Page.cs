using System.Globalization;
using System.Text;

namespace Modelwright.Anomalies;

/// <summary>Writes the page of results.</summary>
internal static class Page
{
    /// <summary>The page.</summary>
    /// <param name="results">All results.</param>
    /// <param name="seeds">Fits of a learner that uses chance.</param>
    public static string Of(IReadOnlyList<Result> results, int seeds)
    {
        var sets = results.Select(result => result.Set).Distinct().ToArray();
        var page = new StringBuilder(FormattableString.Invariant($"# Anomalies, measured\n\nWritten by `bench/Modelwright.Anomalies --page`. Every detector is fitted to all rows of labelled sets without their labels and scores all of them: area under the ROC curve, the mean over seeds ({seeds}) where a detector uses chance; the blend is of the first.\n\n"));
        page.Append(CultureInfo.InvariantCulture, $"| detector | mean over {sets.Length} sets | {string.Join(" | ", sets)} |\n|{string.Concat(Enumerable.Repeat(" --- |", sets.Length + 2))}\n");
        foreach (var detector in results.GroupBy(result => result.Title))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {detector.Key} | {detector.Average(result => result.RocAuc):F4} | {string.Join(" | ", detector.Select(result => result.RocAuc.ToString("F3", CultureInfo.InvariantCulture)))} |\n");
        }

        page.Append("\nThe estimated share of anomalies beside the labelled one:\n\n| set | estimated | interval | labelled | seconds to fit | to score, one thread |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var result in results.Where(result => result.Estimate is not null))
        {
            var estimate = result.Estimate!;
            page.Append(CultureInfo.InvariantCulture, $"| {result.Set} | {estimate.Share:P2} | {estimate.Low:P2} to {estimate.High:P2} | {result.Labelled:P2} | {result.FitSeconds:F1} | {result.ScoreSeconds:F1} |\n");
        }

        return page.ToString();
    }
}
