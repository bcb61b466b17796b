using System.Globalization;
using Modelwright.Measures;
using Modelwright.Measures.Intervals;
using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Performance;

/// <summary>How good the model is on a window, estimated and realised, beside the reference; and whether that is an alarm.</summary>
/// <param name="reference">The reference.</param>
/// <param name="matteringShare">The share of a metric that a loss must be to matter.</param>
internal sealed class PerformanceStage(ReferenceDocument reference, double matteringShare)
{
    /// <summary>How often an honest window may look as bad, for each of the two alarms.</summary>
    private const double MostChance = 0.002;

    /// <summary>Fewer rows, or rows of the rarest class, judge nothing.</summary>
    private const int FewestRows = 30;
    private const int FewestOfAClass = 10;
    private const double Reach = 1.959963984540054;

    /// <summary>Estimates.</summary>
    /// <param name="metrics">The metrics that are watched; the main one first.</param>
    /// <param name="expected">What is expected of the rows.</param>
    public IEnumerable<WindowFigure> Estimated(IReadOnlyList<IMetric> metrics, ExpectedAnswers expected)
    {
        foreach (var metric in metrics)
        {
            if (expected.Of(metric, null) is not { } estimate || Of(metric) is not { } known || !double.IsFinite(estimate.StandardError))
            {
                continue;
            }

            var error = Math.Sqrt(Square(estimate.StandardError) + Square(known.EstimatorError ?? 0));
            var (lower, upper) = (Math.Max(metric.Info.Minimum, estimate.Value - (Reach * error)), Math.Min(metric.Info.Maximum, estimate.Value + (Reach * error)));
            double? among = known.EstimatorError is null ? null : Math.Sqrt(Square(error) + Square(known.EstimatedError));
            yield return Judged(metric, new(estimate.Value, error, lower, upper, estimate.Rows), isEstimated: true, known.Estimated, among, estimate.Rows >= FewestRows);
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="metrics">The metrics that are watched; the main one first.</param>
    /// <param name="answers">Answers of the labelled rows.</param>
    public IEnumerable<WindowFigure> Realised(IReadOnlyList<IMetric> metrics, Answers answers)
    {
        foreach (var metric in metrics)
        {
            var score = metric.Estimate(answers);
            if (!double.IsFinite(score.Value) || Of(metric) is not { } known)
            {
                continue;
            }

            // A window that happens to show little spread is as uncertain as rows of the reference are.
            var byChance = reference.LabelledRows > 0 && reference.Rows > 0 ? known.RealisedError * Math.Sqrt((double)Math.Max(1, reference.LabelledRows) / answers.Count) : 0;
            var own = Math.Max(double.IsFinite(score.StandardError) ? score.StandardError : 0, byChance);
            yield return Judged(metric, score, isEstimated: false, known.Realised, Math.Sqrt(Square(own) + Square(known.RealisedError) + Square(known.Spread)), HasEnough(answers));
        }
    }

    /// <summary>The findings of figures: an alarm where the main metric is worse, a note where another is.</summary>
    /// <param name="figures">Figures of this window.</param>
    /// <param name="main">Name of the main metric.</param>
    /// <param name="drifted">The columns that have moved, the furthest first.</param>
    public static IEnumerable<WindowFinding> Findings(IReadOnlyList<WindowFigure> figures, string main, IReadOnlyList<string> drifted)
    {
        foreach (var figure in figures.Where(figure => figure.IsWorse))
        {
            var columns = drifted.Count == 0 ? "No single column has drifted." : $"Columns that have drifted: {string.Join(", ", drifted.Take(5).Select(name => $"'{name}'"))}.";
            var remedy = figure.IsEstimated
                ? "Look at these first, get labels for some of these rows, and retrain if they agree."
                : "Look at these first, then retrain on rows like these or go back to an earlier version.";
            var text = string.Create(CultureInfo.InvariantCulture, $"{(figure.IsEstimated ? "Estimated" : "Realised")} {figure.Metric} is {figure.Value:G4} ({figure.Lower:G4} … {figure.Upper:G4}), where the reference had {figure.Reference:G4}: {figure.WorseBy * 100:0.#} % worse, beyond chance. {columns} {remedy}");
            yield return new(figure.IsEstimated ? "estimated_performance" : "realised_performance", null, IsAlarm: figure.Metric == main, figure.Value, figure.Reference, figure.Chance, text);
        }
    }

    private WindowFigure Judged(IMetric metric, Estimate score, bool isEstimated, double? before, double? error, bool hasEnough)
    {
        if (before is not { } known)
        {
            return new(metric.Info.Name, isEstimated, score.Value, score.Lower, score.Upper, score.Rows, null, null, null, IsWorse: false);
        }

        var lost = metric.Info.HigherIsBetter ? known - score.Value : score.Value - known;
        double? worse = known != 0 ? lost / Math.Abs(known) : null;
        double? chance = error is > 0 and var sure && hasEnough ? NormalTail.Of(lost / sure) : null;
        return new(metric.Info.Name, isEstimated, score.Value, score.Lower, score.Upper, score.Rows, known, worse, chance, chance <= MostChance && worse >= matteringShare);
    }

    private ReferenceFigure? Of(IMetric metric) => reference.Performance?.Figures.FirstOrDefault(figure => figure.Metric == metric.Info.Name);

    private static bool HasEnough(Answers answers) => answers.Count >= FewestRows
        && (answers is not ClassAnswers { Classes.Count: 2 } classes || Math.Min(classes.Truth.Count(truth => truth == 0), classes.Truth.Count(truth => truth == 1)) >= FewestOfAClass);

    private static double Square(double value) => value * value;
}
