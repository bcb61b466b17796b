using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Boosting;

/// <summary>The loss on the validation rows after a round.</summary>
/// <remarks>Summed here in row order: the native library's own figure depends on the number of threads in its last bits.</remarks>
internal sealed class ValidationLoss
{
    // LightGBM's own bounds: a probability of 0 for what happened would end all comparing.
    private const double LeastProbability = 1e-15;
    private const double HuberEdge = 0.9;

    private readonly BoostingLoss _loss;
    private readonly double[] _labels;
    private readonly double[]? _weights;
    private readonly double[] _answers;

    /// <summary>Makes the measure.</summary>
    /// <param name="loss">What boosting makes small.</param>
    /// <param name="labels">Class numbers, below 0 where the class is not known; or scaled numbers. Rows of an unknown class or number do not count.</param>
    /// <param name="weights">One a label; null for one each.</param>
    /// <param name="outputs">Answers a row.</param>
    internal ValidationLoss(BoostingLoss loss, double[] labels, double[]? weights, int outputs)
    {
        (_loss, _labels, _weights) = (loss, labels, weights);
        _answers = new double[labels.Length * outputs];
    }

    /// <summary>Whether any row counts; without one there is no loss to stop by.</summary>
    internal bool CanMeasure => Enumerable.Range(0, _labels.Length).Any(Counts);

    /// <summary>The mean loss after all rounds so far; lower is better.</summary>
    internal double Measure(BoosterHandle booster)
    {
        booster.PredictValidation(_answers);
        var (sum, weight) = (0.0, 0.0);
        for (var row = 0; row < _labels.Length; row++)
        {
            if (!Counts(row))
            {
                continue;
            }

            var counts = _weights is null ? 1 : _weights[row];
            sum += counts * Of(row);
            weight += counts;
        }

        return sum / weight;
    }

    private bool Counts(int row) =>
        (_weights is null || _weights[row] > 0) && (_loss is BoostingLoss.TwoClasses or BoostingLoss.ManyClasses ? _labels[row] >= 0 : double.IsFinite(_labels[row]));

    private double Of(int row)
    {
        var label = _labels[row];
        return _loss switch
        {
            BoostingLoss.TwoClasses => -Math.Log(Math.Max(label > 0 ? _answers[row] : 1 - _answers[row], LeastProbability)),
            BoostingLoss.ManyClasses => -Math.Log(Math.Max(_answers[((int)label * _labels.Length) + row], LeastProbability)),
            BoostingLoss.Absolute => Math.Abs(_answers[row] - label),
            BoostingLoss.Huber => Huber(Math.Abs(_answers[row] - label)),
            _ => (_answers[row] - label) * (_answers[row] - label),
        };
    }

    private static double Huber(double away) => away <= HuberEdge ? 0.5 * away * away : HuberEdge * (away - (0.5 * HuberEdge));
}
