using Modelwright.Measures;

namespace Modelwright.Monitoring.Performance;

/// <summary>
/// Confidence-based estimation: a row counts as one of each class with the calibrated probability of it, and any metric of classes
/// is scored on those. For accuracy, log loss and the Brier score that is the expected value; for others the score of the expected counts.
/// </summary>
/// <remarks>Source: NannyML, "Estimating performance: confidence-based performance estimation (CBPE)"; Białek et al. 2024, "Estimating model performance under covariate shift without labels".</remarks>
/// <param name="answers">What the model answers; the truth in it is not read.</param>
/// <param name="calibrated">Rows x classes: the probabilities that are believed.</param>
internal sealed class ExpectedClasses(ClassAnswers answers, double[] calibrated) : ExpectedAnswers
{
    /// <summary>With many classes a row becomes many; then fewer rows are looked at, evenly chosen.</summary>
    private const int MostNumbers = 8_000_000;

    private const double Nothing = 1e-12;

    /// <inheritdoc/>
    public override Estimate? Of(IMetric metric, int[]? some)
    {
        var width = answers.Classes.Count;
        int[] rows = Thinned(some ?? [.. Enumerable.Range(0, answers.Count)], Math.Max(100, MostNumbers / (width * width)));
        var (sources, truth, weights) = (new List<int>(), new List<int>(), new List<double>());
        foreach (var row in rows)
        {
            for (var place = 0; place < width; place++)
            {
                if (calibrated[(row * width) + place] * answers.Weight(row) is > Nothing and var weight)
                {
                    sources.Add(row);
                    truth.Add(place);
                    weights.Add(weight);
                }
            }
        }

        var taken = (ClassAnswers)answers.Take([.. sources]);
        var soft = new ClassAnswers(answers.Classes, [.. truth], taken.Probabilities) { Positive = answers.Positive, Decided = taken.Decided, Weights = [.. weights] };
        var estimate = metric.Estimate(soft, sources);
        return double.IsNaN(estimate.Value) ? null : estimate with { Rows = rows.Length };
    }

    private static int[] Thinned(int[] rows, int most) =>
        rows.Length <= most ? rows : [.. Enumerable.Range(0, most).Select(place => rows[(int)((long)place * rows.Length / most)])];
}
