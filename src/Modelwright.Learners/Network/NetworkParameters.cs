using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Network;

namespace Modelwright.Learners.Network;

/// <summary>What can be set of a network.</summary>
internal static class NetworkParameters
{
    /// <summary>The end of the range of <see cref="StopEpoch"/>: no end before that of the schedule.</summary>
    public const int MostEpochs = 10_000;

    private const string Mish = "mish";
    private const string Selu = "selu";
    private const string Relu = "relu";

    /// <summary>Passes of the schedule.</summary>
    public static ParameterSpec Epochs { get; } = ParameterSpec.Integer("epochs", (1, MostEpochs), 64, "Passes over the rows that the schedule of the learning rate is made for; more learn finer and take longer.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Passes that are made.</summary>
    public static ParameterSpec StopEpoch { get; } = ParameterSpec.Integer("stop_epoch", (0, MostEpochs), MostEpochs, "Passes after which the fit ends, whatever the schedule; early stopping and the deadline set it.") with { IsLimit = true };

    /// <summary>Passes without a gain.</summary>
    public static ParameterSpec Patience { get; } = ParameterSpec.Integer("patience", (1, MostEpochs), 24, "Passes without a better validation loss before it stops; unused without validation rows.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Rows of a step.</summary>
    public static ParameterSpec BatchRows { get; } = ParameterSpec.Integer("batch_size", (8, 1024), 64, "Rows of a step, about; fewer make more steps of a pass.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Hidden layers.</summary>
    public static ParameterSpec Layers { get; } = ParameterSpec.Integer("layers", (1, 6), 3, "Hidden layers; more can learn rules of more columns at once.");

    /// <summary>Units of a hidden layer.</summary>
    public static ParameterSpec Width { get; } = ParameterSpec.Integer("width", (8, 1024), 128, "Units of each hidden layer, filled up to a multiple of eight; more can learn more, and take longer.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Cosines a number.</summary>
    public static ParameterSpec Cosines { get; } = ParameterSpec.Choice("embedding", ["periodic", "none"], "Whether sums of cosines of each number stand beside it, which help with what rises and falls.");

    /// <summary>First frequencies.</summary>
    public static ParameterSpec FrequencyScale { get; } = ParameterSpec.Number("frequency_scale", (0.01, 10), 0.1, "Deviation of the first frequencies of the cosines, in turns a spread of the column; more starts rougher.", isLogarithmic: true);

    /// <summary>Step.</summary>
    public static ParameterSpec LearningRate { get; } = ParameterSpec.Number("learning_rate", (0.0001, 1), 0.04, "The largest step of the schedule; lower values learn slower but steadier.", isLogarithmic: true);

    /// <summary>Decay.</summary>
    public static ParameterSpec WeightDecay { get; } = ParameterSpec.Number("weight_decay", (0, 1), 0.02, "How fast weights fall to 0 by themselves, as a part of the learning rate; more gives calmer answers.");

    /// <summary>Units left out.</summary>
    public static ParameterSpec Dropout { get; } = ParameterSpec.Number("dropout", (0, 0.8), 0.15, "Part of the units that each step leaves out; more holds back what overfits.");

    /// <summary>Levels of one number each.</summary>
    public static ParameterSpec MostOneHot { get; } = ParameterSpec.Integer("max_categories_onehot", (1, 256), 16, "Columns of more levels have a learned vector a level, others a number a level.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Length of a level's vector.</summary>
    public static ParameterSpec VectorWidth { get; } = ParameterSpec.Integer("vector_width", (1, 64), 8, "Length of the learned vector of a level.", isLogarithmic: true);

    /// <summary>Activation.</summary>
    public static ParameterSpec Activation { get; } = ParameterSpec.Choice("activation", [Mish, Selu, Relu], "What units do with their sums: mish and selu are smooth, relu is the quickest.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } =
    [
        Epochs, StopEpoch, Patience, BatchRows, Layers, Width, Cosines, FrequencyScale, LearningRate, WeightDecay, Dropout, MostOneHot, VectorWidth, Activation,
    ];

    /// <summary>Reads a checked setting.</summary>
    public static NetworkSettings Read(ParameterValues values) => new()
    {
        Epochs = values.Integer(Epochs),
        StopEpoch = values.Integer(StopEpoch),
        Patience = values.Integer(Patience),
        BatchRows = values.Integer(BatchRows),
        Layers = values.Integer(Layers),
        Width = Network.Layers.MatrixProduct.Padded(values.Integer(Width)),
        Cosines = values.Choice(Cosines) == Cosines.Choices[0] ? 16 : 0,
        FrequencyScale = values.Number(FrequencyScale),
        LearningRate = values.Number(LearningRate),
        WeightDecay = values.Number(WeightDecay),
        Dropout = values.Number(Dropout),
        MostOneHot = values.Integer(MostOneHot),
        VectorWidth = values.Integer(VectorWidth),
        Activation = values.Choice(Activation) switch
        {
            Selu => NetworkActivation.Selu,
            Relu => NetworkActivation.Relu,
            _ => NetworkActivation.Mish,
        },
    };
}
