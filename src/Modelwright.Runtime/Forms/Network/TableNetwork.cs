using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>A network of dense layers over numbers and categories.</summary>
/// <param name="Inputs">Number and category columns.</param>
/// <param name="Layers">One or more; the last one's units are the outputs, the others' go through the activation.</param>
/// <remarks>
/// What comes into the first layer: for each number its place (value - centre) x scale, drawn in to within 3 of 0 by place / √(1 + (place / 3)²), then its
/// sums of cosines; a missing number is at 0. Then, for each number that is marked, 1 where it is missing and else 0. Then, for each category with a
/// vector a level, that vector. Last, for each other category, a number a level: 1 for its own and 0 for all others. A category has a level more
/// than its input, the first, for what is missing or unseen.
/// </remarks>
public sealed record TableNetwork(IReadOnlyList<FormInput> Inputs, IReadOnlyList<DenseLayer> Layers)
{
    /// <summary>What is taken from each number input.</summary>
    public double[] Centers { get; init; } = [];

    /// <summary>What the rest is multiplied by, 0 or more, one a number input.</summary>
    public double[] Scales { get; init; } = [];

    /// <summary>Which number inputs, counted from 0 among the numbers, say that they are missing; ascending.</summary>
    public int[] Marked { get; init; } = [];

    /// <summary>The sums of cosines.</summary>
    public NumberWaves Waves { get; init; } = NumberWaves.None;

    /// <summary>The length of a level's vector, one a category input; 0 where each level has a number of its own.</summary>
    public int[] LevelWidths { get; init; } = [];

    /// <summary>The vectors, category after category, (1 + levels) x length each.</summary>
    public float[] LevelVectors { get; init; } = [];

    /// <summary>What the units of all layers but the last do with their sums.</summary>
    public NetworkActivation Activation { get; init; }

    /// <summary>Number inputs.</summary>
    internal int Numbers => Inputs.Count(input => input.Type == ColumnType.Number);

    /// <summary>Single-precision numbers in all.</summary>
    internal long Floats => (long)LevelVectors.Length + Waves.Frequencies.Length + Waves.Phases.Length + Waves.Mixes.Length + Waves.Offsets.Length
        + Layers.Sum(layer => (long)layer.Weights.Length + layer.Biases.Length);
}
