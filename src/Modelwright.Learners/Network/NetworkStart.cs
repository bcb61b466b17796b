using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>Draws the parameters that a fit starts from.</summary>
internal static class NetworkStart
{
    private const int Stream = 1;
    private const double BiasSpread = 0.5;

    /// <summary>Draws them. Levels without rows get nothing, so that they say nothing; the last layer answers as the mean row.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="rows">The rows to be learned from.</param>
    /// <param name="outputs">Where outputs start.</param>
    /// <param name="seed">The seed of the fit.</param>
    public static float[] Of(NetworkShape shape, EncodedRows rows, float[] outputs, int seed)
    {
        var values = new float[shape.Parameters];
        var chance = new NormalDraw(seed, Stream);
        Waves(shape, values, chance);
        Vectors(shape, values, chance);
        shape.Scales.Of(values).Fill(1);
        for (var layer = 0; layer < shape.Widths.Length - 1; layer++)
        {
            Weights(shape, layer, values, chance);
        }

        ClearUnseen(shape, rows, values);
        outputs.CopyTo(shape.Biases[^1].Of(values));
        return values;
    }

    private static void Waves(NetworkShape shape, float[] values, NormalDraw chance)
    {
        var (at, spread) = (shape.Waves, 2 / Math.Sqrt(Math.Max(1, shape.Waves.Cosines)));
        for (var number = 0; number < at.Numbers; number++)
        {
            for (var wave = 0; wave < at.Cosines; wave++)
            {
                values[at.Frequency(number, wave)] = (float)(shape.Settings.FrequencyScale * chance.Next());
                values[at.Phase(number, wave)] = (float)(chance.Share() - 0.5);
                for (var sum = 0; sum < WaveLayer.Sums; sum++)
                {
                    values[at.Mix(number, sum, wave)] = (float)(spread * (chance.Share() - 0.5));
                }
            }

            for (var sum = 0; sum < WaveLayer.Sums; sum++)
            {
                values[at.Offset(number, sum)] = (float)(spread * (chance.Share() - 0.5));
            }
        }
    }

    private static void Weights(NetworkShape shape, int layer, float[] values, NormalDraw chance)
    {
        var width = shape.Widths[layer];
        var weights = shape.Weights[layer].Of(values);
        for (var place = 0; place < weights.Length; place++)
        {
            var input = place / width;
            var isFilling = layer == 0 && input >= shape.Dense && input < shape.DensePadded;
            weights[place] = isFilling ? 0 : (float)(shape.Weights[layer].Rate * chance.Next());
        }

        foreach (ref var bias in shape.Biases[layer].Of(values))
        {
            bias = (float)(BiasSpread * chance.Next());
        }
    }

    private static void Vectors(NetworkShape shape, float[] values, NormalDraw chance)
    {
        foreach (ref var value in shape.Vectors.Of(values))
        {
            value = (float)chance.Next();
        }
    }

    private static void ClearUnseen(NetworkShape shape, EncodedRows rows, float[] values)
    {
        var (width, length) = (shape.Widths[0], shape.Settings.VectorWidth);
        var (vector, oneHot) = (0, shape.DensePadded);
        for (var category = 0; category < rows.Codes.Length; category++)
        {
            var isSeen = new bool[1 + shape.Layout.Categories[category].Levels.Count];
            foreach (var code in rows.Codes[category])
            {
                isSeen[code] = true;
            }

            var hasVectors = shape.Layout.HasVectors[category];
            for (var level = 0; level < isSeen.Length; level++)
            {
                if (!isSeen[level])
                {
                    (hasVectors
                        ? shape.Vectors.Of(values).Slice((vector + level) * length, length)
                        : shape.Weights[0].Of(values).Slice((oneHot + level) * width, width)).Clear();
                }
            }

            (vector, oneHot) = hasVectors ? (vector + isSeen.Length, oneHot) : (vector, oneHot + isSeen.Length);
        }
    }
}
