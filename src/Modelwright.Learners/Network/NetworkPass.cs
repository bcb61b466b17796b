using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>Takes rows through a network and, in training, the slopes of the loss back. Room for one batch; not safe from several threads.</summary>
internal sealed class NetworkPass
{
    private readonly NetworkShape _shape;
    private readonly InputStage _inputs;
    private readonly float[][] _sums;
    private readonly float[][] _slopes;
    private readonly float[] _turned;
    private readonly float[] _outer;
    private readonly float[] _inner;

    /// <summary>Makes room.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="rows">Rows of a batch at most, a multiple of eight.</param>
    public NetworkPass(NetworkShape shape, int rows)
    {
        _shape = shape;
        _inputs = new(shape, rows);
        _sums = [.. shape.Widths.Select(width => new float[width * rows])];
        _slopes = [.. shape.Widths.SkipLast(1).Select(width => new float[width * rows])];
        var widest = shape.Widths.Max();
        _turned = new float[shape.Widths.Zip(shape.Widths.Skip(1), (first, second) => first * second).Max()];
        (_outer, _inner) = (new float[widest * rows], new float[widest * rows]);
    }

    /// <summary>Answers rows.</summary>
    /// <param name="values">All parameters.</param>
    /// <param name="rows">The rows' values.</param>
    /// <param name="batch">Which rows; a multiple of eight.</param>
    /// <param name="drop">Leaves units out; null for none.</param>
    /// <param name="share">Part of the units left out.</param>
    /// <returns>Rows x outputs, filled up to a multiple of eight; until the next call.</returns>
    public Span<float> Forward(float[] values, EncodedRows rows, ReadOnlySpan<int> batch, UnitDrop? drop, double share)
    {
        var count = batch.Length;
        _inputs.Forward(values, rows, batch);
        for (var layer = 0; layer < _sums.Length; layer++)
        {
            var width = _shape.Widths[layer];
            var sums = _sums[layer].AsSpan(0, count * width);
            Repeat(_shape.Biases[layer].Of(values), sums);
            if (layer == 0)
            {
                _inputs.AddTo(values, sums, count);
            }
            else
            {
                MatrixProduct.Add(_sums[layer - 1], _shape.Weights[layer].Of(values), sums, (count, _shape.Widths[layer - 1], width));
            }

            if (layer < _slopes.Length)
            {
                Activations.Apply(_shape.Settings.Activation, sums, _slopes[layer]);
                if (share > 0)
                {
                    drop?.Apply(sums, _slopes[layer], share);
                }
            }
        }

        return _sums[^1].AsSpan(0, count * _shape.Widths[^1]);
    }

    /// <summary>The gradient of the loss by every parameter, for the rows of the last <see cref="Forward"/>.</summary>
    /// <param name="values">All parameters.</param>
    /// <param name="outputSlopes">The gradient by the outputs, rows x outputs as filled up.</param>
    /// <param name="gradients">One a parameter; overwritten.</param>
    public void Backward(float[] values, ReadOnlySpan<float> outputSlopes, float[] gradients)
    {
        Array.Clear(gradients);
        var count = outputSlopes.Length / _shape.Widths[^1];
        outputSlopes.CopyTo(_outer);
        var (outer, inner) = (_outer, _inner);
        for (var layer = _sums.Length - 1; layer > 0; layer--)
        {
            var (incoming, width) = (_shape.Widths[layer - 1], _shape.Widths[layer]);
            var slopes = outer.AsSpan(0, count * width);
            MatrixProduct.AddTransposed(_sums[layer - 1].AsSpan(0, count * incoming), slopes, _shape.Weights[layer].Of(gradients), (incoming, count, width));
            AddRows(slopes, _shape.Biases[layer].Of(gradients));
            MatrixProduct.Transpose(_shape.Weights[layer].Of(values), _turned, incoming, width);
            var below = inner.AsSpan(0, count * incoming);
            below.Clear();
            MatrixProduct.Add(slopes, _turned, below, (count, width, incoming));
            RowVectors.Multiply(below, _slopes[layer - 1]);
            (outer, inner) = (inner, outer);
        }

        var first = outer.AsSpan(0, count * _shape.Widths[0]);
        AddRows(first, _shape.Biases[0].Of(gradients));
        _inputs.Backward(values, first, gradients, count);
    }

    private static void Repeat(ReadOnlySpan<float> biases, Span<float> sums)
    {
        for (var start = 0; start < sums.Length; start += biases.Length)
        {
            biases.CopyTo(sums[start..]);
        }
    }

    private static void AddRows(ReadOnlySpan<float> rows, Span<float> sums)
    {
        for (var start = 0; start < rows.Length; start += sums.Length)
        {
            RowVectors.Add(rows.Slice(start, sums.Length), 1, sums);
        }
    }
}
