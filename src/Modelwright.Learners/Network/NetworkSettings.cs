using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Learners.Network;

/// <summary>One setting of a network, read from its values.</summary>
internal sealed record NetworkSettings
{
    /// <summary>Passes over the rows that the schedule is made for.</summary>
    public int Epochs { get; init; }

    /// <summary>Passes after which it ends, however long the schedule.</summary>
    public int StopEpoch { get; init; }

    /// <summary>Passes without a better validation loss before it ends.</summary>
    public int Patience { get; init; }

    /// <summary>Rows a step.</summary>
    public int BatchRows { get; init; }

    /// <summary>Hidden layers.</summary>
    public int Layers { get; init; }

    /// <summary>Units of each.</summary>
    public int Width { get; init; }

    /// <summary>Cosines a number; 0 for the number alone.</summary>
    public int Cosines { get; init; }

    /// <summary>The deviation of the first frequencies.</summary>
    public double FrequencyScale { get; init; }

    /// <summary>The largest step, before each kind of parameter takes its part of it.</summary>
    public double LearningRate { get; init; }

    /// <summary>Decay of weights, as a part of the learning rate.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Part of the units that is left out of a step.</summary>
    public double Dropout { get; init; }

    /// <summary>Levels above which a category has vectors.</summary>
    public int MostOneHot { get; init; }

    /// <summary>The length of those vectors.</summary>
    public int VectorWidth { get; init; }

    /// <summary>What units do with their sums.</summary>
    public NetworkActivation Activation { get; init; }
}
