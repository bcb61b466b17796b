using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>From the values of rows to the sums of the first layer, and the slopes of the loss back.</summary>
internal sealed class InputStage
{
    private readonly NetworkShape _shape;
    private readonly WaveLayer _waves;
    private readonly float[] _inputs;
    private readonly float[] _scaled;
    private readonly float[] _slopes;
    private readonly float[] _turned;
    private readonly int[][] _codes;

    /// <summary>Makes room.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="rows">Rows of a batch at most.</param>
    public InputStage(NetworkShape shape, int rows)
    {
        _shape = shape;
        _waves = new(shape.Waves, rows);
        (_inputs, _scaled, _slopes) = (new float[shape.DensePadded * rows], new float[shape.DensePadded * rows], new float[shape.DensePadded * rows]);
        _turned = new float[shape.Widths[0] * rows];
        _codes = [.. shape.Layout.Categories.Select(_ => new int[rows])];
    }

    /// <summary>Gathers rows, number by number, and makes what is made of each.</summary>
    public void Forward(float[] values, EncodedRows rows, ReadOnlySpan<int> batch)
    {
        var count = batch.Length;
        for (var number = 0; number < rows.Numbers.Length; number++)
        {
            Gather(rows.Numbers[number], batch, _inputs.AsSpan(number * (1 + _shape.Sums) * count, count));
        }

        for (var marker = 0; marker < rows.Markers.Length; marker++)
        {
            Gather(rows.Markers[marker], batch, _inputs.AsSpan((_shape.Markers + marker) * count, count));
        }

        for (var category = 0; category < _codes.Length; category++)
        {
            Gather(rows.Codes[category], batch, _codes[category]);
        }

        _waves.Forward(values, _inputs, count);
        Vectors(values, count);
        _inputs.AsSpan(_shape.Dense * count, (_shape.DensePadded - _shape.Dense) * count).Clear();
    }

    /// <summary>Adds what comes in to the sums of the first layer.</summary>
    public void AddTo(float[] values, Span<float> sums, int count)
    {
        var (dense, width) = (_shape.DensePadded, _shape.Widths[0]);
        var scales = _shape.Scales.Of(values);
        var weights = _shape.Weights[0].Of(values);
        for (var place = 0; place < dense; place++)
        {
            RowVectors.Scale(_inputs.AsSpan(place * count, count), scales[place], _scaled.AsSpan(place * count, count));
        }

        MatrixProduct.AddTransposed(_scaled.AsSpan(0, dense * count), weights, sums, (count, dense, width));
        var start = dense;
        for (var category = 0; category < _codes.Length; category++)
        {
            if (_shape.Layout.HasVectors[category])
            {
                continue;
            }

            for (var row = 0; row < count; row++)
            {
                var level = start + _codes[category][row];
                var sum = sums.Slice(row * width, width);
                RowVectors.Add(weights.Slice(level * width, width), scales[level], sum);
            }

            start += 1 + _shape.Layout.Categories[category].Levels.Count;
        }
    }

    /// <summary>Adds the gradients of all that stands before the first layer's sums, and of its weights.</summary>
    /// <param name="values">All parameters.</param>
    /// <param name="outer">The gradient by the first layer's sums, rows x units.</param>
    /// <param name="gradients">One a parameter.</param>
    /// <param name="count">Rows.</param>
    public void Backward(float[] values, ReadOnlySpan<float> outer, float[] gradients, int count)
    {
        var (dense, width) = (_shape.DensePadded, _shape.Widths[0]);
        MatrixProduct.Add(_scaled.AsSpan(0, dense * count), outer, _shape.Weights[0].Of(gradients), (dense, count, width));
        OneHot(values, outer, gradients, count);
        MatrixProduct.Transpose(outer, _turned, count, width);
        var slopes = _slopes.AsSpan(0, dense * count);
        slopes.Clear();
        MatrixProduct.Add(_shape.Weights[0].Of(values), _turned, slopes, (dense, width, count));
        var scales = _shape.Scales.Of(values);
        var scaleSlopes = _shape.Scales.Of(gradients);
        for (var place = 0; place < _shape.Dense; place++)
        {
            var own = slopes.Slice(place * count, count);
            scaleSlopes[place] += RowVectors.Dot(own, _inputs.AsSpan(place * count, count));
            RowVectors.Scale(own, scales[place], own);
        }

        _waves.Backward(values, gradients, _inputs, slopes, count);
        VectorSlopes(gradients, slopes, count);
    }

    private static void Gather<T>(T[] from, ReadOnlySpan<int> batch, Span<T> to)
    {
        for (var row = 0; row < batch.Length; row++)
        {
            to[row] = from[batch[row]];
        }
    }

    private void OneHot(float[] values, ReadOnlySpan<float> outer, float[] gradients, int count)
    {
        var (start, width) = (_shape.DensePadded, _shape.Widths[0]);
        var weights = _shape.Weights[0].Of(values);
        var weightSlopes = _shape.Weights[0].Of(gradients);
        var scales = _shape.Scales.Of(values);
        var scaleSlopes = _shape.Scales.Of(gradients);
        for (var category = 0; category < _codes.Length; category++)
        {
            if (_shape.Layout.HasVectors[category])
            {
                continue;
            }

            for (var row = 0; row < count; row++)
            {
                var level = start + _codes[category][row];
                var slope = outer.Slice(row * width, width);
                var own = weightSlopes.Slice(level * width, width);
                RowVectors.Add(slope, scales[level], own);
                scaleSlopes[level] += RowVectors.Dot(slope, weights.Slice(level * width, width));
            }

            start += 1 + _shape.Layout.Categories[category].Levels.Count;
        }
    }

    private void Vectors(float[] values, int count)
    {
        var vectors = _shape.Vectors.Of(values);
        var length = _shape.Settings.VectorWidth;
        var (start, place) = (0, _shape.VectorPlace);
        for (var category = 0; category < _codes.Length; category++)
        {
            if (!_shape.Layout.HasVectors[category])
            {
                continue;
            }

            for (var row = 0; row < count; row++)
            {
                var vector = vectors.Slice((start + _codes[category][row]) * length, length);
                for (var part = 0; part < length; part++)
                {
                    _inputs[((place + part) * count) + row] = vector[part];
                }
            }

            start += 1 + _shape.Layout.Categories[category].Levels.Count;
            place += length;
        }
    }

    private void VectorSlopes(float[] gradients, ReadOnlySpan<float> slopes, int count)
    {
        var vectors = _shape.Vectors.Of(gradients);
        var length = _shape.Settings.VectorWidth;
        var (start, place) = (0, _shape.VectorPlace);
        for (var category = 0; category < _codes.Length; category++)
        {
            if (!_shape.Layout.HasVectors[category])
            {
                continue;
            }

            for (var row = 0; row < count; row++)
            {
                var vector = vectors.Slice((start + _codes[category][row]) * length, length);
                for (var part = 0; part < length; part++)
                {
                    vector[part] += slopes[((place + part) * count) + row];
                }
            }

            start += 1 + _shape.Layout.Categories[category].Levels.Count;
            place += length;
        }
    }
}
