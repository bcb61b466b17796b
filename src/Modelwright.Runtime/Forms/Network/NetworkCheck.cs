using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>What has to hold of a network before it is computed.</summary>
internal static class NetworkCheck
{
    private const int MostSums = 64;
    private const int MostLayers = 16;
    private const int MostVector = 1024;

    /// <summary>Checks all but the layers.</summary>
    internal static void Check(string form, TableNetwork network)
    {
        var numbers = network.Numbers;
        ScaledInputs.Check(form, [.. network.Inputs.Where(input => input.Type == ColumnType.Number)], network.Centers, network.Scales);
        CheckMarked(form, network.Marked, numbers);
        CheckWaves(form, network.Waves, numbers);
        CheckVectors(form, network);
        if (!Enum.IsDefined(network.Activation))
        {
            throw new ArtifactException($"Form '{form}' has activation {(int)network.Activation}, which this release does not know. Open the file with a newer release.");
        }
    }

    /// <summary>Checks that each layer takes what the one before it gives.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="network">The network.</param>
    /// <param name="incoming">Numbers that come into the first layer.</param>
    internal static void CheckLayers(string form, TableNetwork network, long incoming)
    {
        if (network.Layers.Count is < 1 or > MostLayers)
        {
            throw new ArtifactException($"Form '{form}' has {network.Layers.Count} layers. Give it 1 to {MostLayers}.");
        }

        for (var place = 0; place < network.Layers.Count; place++)
        {
            var layer = network.Layers[place];
            if (layer.Biases.Length == 0 || layer.Weights.LongLength != incoming * layer.Biases.Length)
            {
                throw new ArtifactException($"Layer {place + 1} of form '{form}' has {layer.Weights.Length} weights for {incoming} numbers and {layer.Biases.Length} units. Give one for each number and unit, and at least one unit.");
            }

            if (!AreFinite(layer.Weights) || !AreFinite(layer.Biases))
            {
                throw new ArtifactException($"A weight or bias of layer {place + 1} of form '{form}' is not finite. Make the model again.");
            }

            incoming = layer.Biases.Length;
        }
    }

    private static void CheckMarked(string form, int[] marked, int numbers)
    {
        for (var place = 0; place < marked.Length; place++)
        {
            if (marked[place] < (place == 0 ? 0 : marked[place - 1] + 1) || marked[place] >= numbers)
            {
                throw new ArtifactException($"Form '{form}' marks number {marked[place]} of {numbers}. Name numbers in ascending order, counted from 0.");
            }
        }
    }

    private static void CheckWaves(string form, NumberWaves waves, int numbers)
    {
        if (waves.Count is < 0 or > WaveSums.MostWaves || waves.Count % LayerProduct.Lanes != 0 || waves.Width is < 0 or > MostSums)
        {
            throw new ArtifactException($"Form '{form}' has {waves.Width} sums of {waves.Count} cosines a number. Give it up to {MostSums} sums of a multiple of {LayerProduct.Lanes}, up to {WaveSums.MostWaves}.");
        }

        var (all, sums) = (numbers * (long)waves.Count, numbers * (long)waves.Width);
        if (waves.Frequencies.Length != all || waves.Phases.Length != all || waves.Mixes.Length != all * waves.Width || waves.Offsets.Length != sums
            || !AreFinite(waves.Frequencies) || !AreFinite(waves.Phases) || !AreFinite(waves.Mixes) || !AreFinite(waves.Offsets))
        {
            throw new ArtifactException($"Form '{form}' has {waves.Frequencies.Length} frequencies, {waves.Phases.Length} phases, {waves.Mixes.Length} mixes and {waves.Offsets.Length} offsets for {numbers} numbers of {waves.Width} sums of {waves.Count} cosines, or one that is not finite. Make the model again.");
        }
    }

    private static void CheckVectors(string form, TableNetwork network)
    {
        var (category, needed) = (0, 0L);
        foreach (var input in network.Inputs)
        {
            if (input.Type != ColumnType.Category)
            {
                continue;
            }

            if (category >= network.LevelWidths.Length || network.LevelWidths[category] is < 0 or > MostVector)
            {
                throw new ArtifactException($"Form '{form}' has no length from 0 to {MostVector} for the vectors of input '{input.Name}'. Make the model again.");
            }

            needed += network.LevelWidths[category++] * (1L + input.Levels.Count);
        }

        if (category != network.LevelWidths.Length || needed != network.LevelVectors.Length || !AreFinite(network.LevelVectors))
        {
            throw new ArtifactException($"Form '{form}' has vectors of {network.LevelVectors.Length} numbers in all and {network.LevelWidths.Length} lengths, or one that is not finite; its {category} categories need {needed}. Make the model again.");
        }
    }

    private static bool AreFinite(float[] values)
    {
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
