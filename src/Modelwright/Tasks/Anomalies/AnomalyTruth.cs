using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Runtime.Prediction;
using Modelwright.Validation;

namespace Modelwright.Tasks.Anomalies;

/// <summary>Compares scores with a column that says which rows are anomalies.</summary>
internal static class AnomalyTruth
{
    private static readonly string[] Marks = ["1", "true", "yes", "anomaly", "outlier", "fraud", "attack"];
    private static readonly string[] Metrics = ["roc_auc", "pr_auc", "precision", "recall"];
    private static readonly string[] Classes = ["usual", "anomaly"];

    /// <summary>The same of what a form answers.</summary>
    /// <param name="truth">As the other says.</param>
    /// <param name="form">A form whose answers are a score and whether it is one of an anomaly.</param>
    /// <param name="rows">The rows, as many as the truth has.</param>
    /// <exception cref="DataException">As the other says.</exception>
    public static IReadOnlyList<Figure> Of(Column truth, IForm form, Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var answers = ModelAnswers.Of(form, rows, Environment.ProcessorCount);
        int[] all = [.. Enumerable.Range(0, rows.RowCount)];
        return Of(truth, Array.ConvertAll(all, row => answers[2 * row]), Array.ConvertAll(all, row => answers[(2 * row) + 1] != 0));
    }

    /// <summary>ROC AUC, area under precision and recall, and how the flagged rows agree.</summary>
    /// <param name="truth">Two values, of which '1', 'true', 'yes' or else the rarer one marks an anomaly; or several kinds of anomaly beside one value that most rows have. Missing ones are not counted.</param>
    /// <param name="scores">One a row.</param>
    /// <param name="flagged">Whether a row was called an anomaly.</param>
    /// <exception cref="DataException">It has one value, or several of which none is that of most rows.</exception>
    public static IReadOnlyList<Figure> Of(Column truth, double[] scores, bool[] flagged)
    {
        int[] known = [.. Enumerable.Range(0, truth.RowCount).Where(row => !truth.IsMissing(row))];
        var counts = known.CountBy(row => truth.Format(row)!, StringComparer.Ordinal).OrderBy(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        if (counts.Length < 2 || (counts.Length > 2 && 2 * counts[^1].Value <= known.Length))
        {
            throw new DataException($"--truth {truth.Name}: the column has {counts.Length} different values. The truth about anomalies is two, such as 0 and 1, or several kinds beside one that more than half of the rows have. Name another column, or leave --truth out.");
        }

        var usual = counts.Length == 2 && Array.Find(counts, pair => Marks.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)) is { Key: { } marked }
            ? counts.First(pair => pair.Key != marked).Key
            : counts[^1].Key;
        int[] isAnomaly = Array.ConvertAll(known, row => truth.Format(row) == usual ? 0 : 1);
        var answers = new ClassAnswers(Classes, isAnomaly, Shares(Array.ConvertAll(known, row => scores[row]))) { Decided = Array.ConvertAll(known, row => flagged[row] ? 1 : 0) };
        return [.. Metrics.Select(BuiltInMetrics.Get).Select(metric => Figures.Of(metric.Info, metric.Estimate(answers), "shipped", "truth"))];
    }

    /// <summary>Ranks as if they were probabilities, for measures of order; equal scores have equal ones.</summary>
    private static double[] Shares(double[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).ToArray();
        Array.Sort(order, (one, other) => scores[one].CompareTo(scores[other]));
        var shares = new double[2 * scores.Length];
        for (var place = 0; place < order.Length;)
        {
            var last = place;
            while (last + 1 < order.Length && scores[order[last + 1]] == scores[order[place]])
            {
                last++;
            }

            for (var same = place; same <= last; same++)
            {
                var share = (place + last + 1.0) / (2 * scores.Length);
                (shares[2 * order[same]], shares[(2 * order[same]) + 1]) = (1 - share, share);
            }

            place = last + 1;
        }

        return shares;
    }
}
