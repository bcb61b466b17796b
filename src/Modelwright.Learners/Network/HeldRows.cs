using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>The loss on rows that nothing is learned from.</summary>
internal sealed class HeldRows
{
    private const int BatchRows = 128;
    private readonly NetworkRows _rows;
    private readonly NetworkShape _shape;
    private readonly NetworkLoss _loss;
    private readonly NetworkPass _pass;
    private readonly int[] _batch;

    /// <summary>Makes a measure.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="shape">The network.</param>
    /// <param name="loss">What is measured.</param>
    public HeldRows(NetworkRows rows, NetworkShape shape, NetworkLoss loss)
    {
        (_rows, _shape, _loss) = (rows, shape, loss);
        _batch = new int[Math.Min(BatchRows, MatrixProduct.Padded(rows.Labels.Length))];
        _pass = new(shape, _batch.Length);
    }

    /// <summary>Whether any row counts.</summary>
    public bool CanMeasure => Enumerable.Range(0, _rows.Labels.Length).Any(row => Weight(row) > 0);

    /// <summary>The mean loss.</summary>
    /// <param name="values">All parameters.</param>
    public double Measure(float[] values)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var start = 0; start < _rows.Labels.Length; start += _batch.Length)
        {
            for (var place = 0; place < _batch.Length; place++)
            {
                _batch[place] = Math.Min(start + place, _rows.Labels.Length - 1);
            }

            var outputs = _pass.Forward(values, _rows.Values, _batch, null, 0);
            var step = outputs.Length / _batch.Length;
            for (var place = 0; place < _batch.Length && start + place < _rows.Labels.Length; place++)
            {
                if (Weight(start + place) is var counts and > 0)
                {
                    sum += counts * _loss.Of(outputs.Slice(place * step, _shape.Outputs), _rows.Labels[start + place]);
                    weight += counts;
                }
            }
        }

        return sum / weight;
    }

    private double Weight(int row) => _loss.Counts(_rows.Labels[row]) ? _rows.Weights?[row] ?? 1 : 0;
}
