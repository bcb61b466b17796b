using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Exporting.Onnx;

/// <summary>What a graph says of the model beside the reckoning itself.</summary>
public sealed record OnnxHeader
{
    /// <summary>The hash that names the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>The task, in the words of the command line.</summary>
    public required string Task { get; init; }

    /// <summary>The column that is answered; empty where there is none.</summary>
    public string Target { get; init; } = "";

    /// <summary>What wrote the file.</summary>
    public string Producer { get; init; } = "Modelwright";

    /// <summary>Its version; empty where it is not known.</summary>
    public string ProducerVersion { get; init; } = "";

    /// <summary>Which class is answered. Intervals and sets are not part of a graph.</summary>
    public AnswerRules Rules { get; init; } = AnswerRules.None;
}
