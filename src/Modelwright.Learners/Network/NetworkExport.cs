using Modelwright.Core.Learning;
using Modelwright.Learners.Network.Layers;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Learners.Network;

/// <summary>Makes the portable form of learned parameters: without what fills up, and with the scales of what comes in taken into the first weights.</summary>
internal static class NetworkExport
{
    /// <summary>The form.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="values">All parameters.</param>
    /// <param name="target">The units of the target.</param>
    /// <param name="classes">The classes; empty for numbers.</param>
    public static IForm Of(NetworkShape shape, float[] values, NetworkTarget target, IReadOnlyList<string> classes)
    {
        var layout = shape.Layout;
        var network = new TableNetwork(layout.Inputs, [.. Enumerable.Range(0, shape.Widths.Length).Select(layer => Layer(shape, values, layer))])
        {
            Centers = layout.Centers,
            Scales = layout.Scales,
            Marked = layout.Marked,
            Waves = Waves(shape, values),
            LevelWidths = [.. layout.HasVectors.Select(has => has ? shape.Settings.VectorWidth : 0)],
            LevelVectors = shape.Vectors.Of(values).ToArray(),
            Activation = shape.Settings.Activation,
        };
        return target.Classes == 0
            ? new NumberNetworkForm(network, target.Range)
            : new ClassNetworkForm(network, classes, target.Outputs == 1 ? ProbabilityLink.Logistic : ProbabilityLink.Softmax);
    }

    private static DenseLayer Layer(NetworkShape shape, float[] values, int layer)
    {
        var (width, units) = (shape.Widths[layer], layer == shape.Widths.Length - 1 ? shape.Outputs : shape.Widths[layer]);
        var from = shape.Weights[layer].Of(values);
        List<float> weights = new(from.Length);
        for (var input = 0; input < from.Length / width; input++)
        {
            if (layer == 0 && input >= shape.Dense && input < shape.DensePadded)
            {
                continue;
            }

            var scale = layer == 0 ? shape.Scales.Of(values)[input] : 1;
            foreach (var weight in from.Slice(input * width, units))
            {
                weights.Add(weight * scale);
            }
        }

        return new([.. weights], shape.Biases[layer].Of(values)[..units].ToArray());
    }

    private static NumberWaves Waves(NetworkShape shape, float[] values)
    {
        var at = shape.Waves;
        if (at.Numbers == 0)
        {
            return NumberWaves.None;
        }

        var cosines = at.Numbers * at.Cosines;
        return new(
            at.Cosines,
            WaveLayer.Sums,
            values[at.Frequency(0, 0)..(at.Frequency(0, 0) + cosines)],
            values[at.Phase(0, 0)..(at.Phase(0, 0) + cosines)],
            values[at.Mix(0, 0, 0)..(at.Mix(0, 0, 0) + (cosines * WaveLayer.Sums))],
            values[at.Offset(0, 0)..(at.Offset(0, 0) + (at.Numbers * WaveLayer.Sums))]);
    }
}
