using System.Runtime.InteropServices;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>How networks are stored. Docs: docs/forms.md.</summary>
internal static class NetworkRecord
{
    internal static void Write(IArtifactWriter writer, TableNetwork network)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, network.Inputs);
        writer.Numbers("centers", network.Centers);
        writer.Numbers("scales", network.Scales);
        writer.Integers("marked", network.Marked);
        writer.Integer("cosines", network.Waves.Count);
        writer.Integer("sums", network.Waves.Width);
        Write(writer, "frequencies", network.Waves.Frequencies);
        Write(writer, "phases", network.Waves.Phases);
        Write(writer, "mixes", network.Waves.Mixes);
        Write(writer, "offsets", network.Waves.Offsets);
        writer.Integers("vector_widths", network.LevelWidths);
        Write(writer, "vectors", network.LevelVectors);
        writer.Integer("activation", (int)network.Activation);
        writer.Integers("units", [.. network.Layers.Select(layer => layer.Biases.Length)]);
        Write(writer, "weights", [.. network.Layers.SelectMany(layer => layer.Weights)]);
        Write(writer, "biases", [.. network.Layers.SelectMany(layer => layer.Biases)]);
    }

    internal static TableNetwork Read(IArtifactReader reader)
    {
        var inputs = InputRecord.Read(reader);
        var units = reader.Integers("units");
        var (weights, biases) = (Singles(reader, "weights"), Singles(reader, "biases"));
        return new(inputs, Layers(units, weights, biases))
        {
            Centers = reader.Numbers("centers"),
            Scales = reader.Numbers("scales"),
            Marked = reader.Integers("marked"),
            Waves = new(
                Small(reader, "cosines"), Small(reader, "sums"), Singles(reader, "frequencies"), Singles(reader, "phases"), Singles(reader, "mixes"), Singles(reader, "offsets")),
            LevelWidths = reader.Integers("vector_widths"),
            LevelVectors = Singles(reader, "vectors"),
            Activation = (NetworkActivation)Small(reader, "activation"),
        };
    }

    /// <summary>The units of the first layer tell how many numbers come in: what all weights leave after those of the later layers.</summary>
    private static DenseLayer[] Layers(int[] units, float[] weights, float[] biases)
    {
        var later = 0L;
        for (var layer = 1; layer < units.Length; layer++)
        {
            later += (long)units[layer - 1] * units[layer];
        }

        if (SoundArrays.Total(units) != biases.Length || later > weights.Length)
        {
            throw new ArtifactException($"The network lists {units.Length} layers with {biases.Length} biases and {weights.Length} weights; they must agree. Make the file again.");
        }

        var layers = new DenseLayer[units.Length];
        var (weight, bias) = (0, 0);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            var count = layer == 0 ? weights.Length - (int)later : units[layer - 1] * units[layer];
            layers[layer] = new(weights[weight..(weight + count)], biases[bias..(bias + units[layer])]);
            (weight, bias) = (weight + count, bias + units[layer]);
        }

        return layers;
    }

    private static int Small(IArtifactReader reader, string name) => (int)Math.Clamp(reader.Integer(name), -1, int.MaxValue);

    private static void Write(IArtifactWriter writer, string name, ReadOnlySpan<float> values) => writer.Integers(name, MemoryMarshal.Cast<float, int>(values));

    private static float[] Singles(IArtifactReader reader, string name) => MemoryMarshal.Cast<int, float>(reader.Integers(name)).ToArray();
}
