using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Prediction.Rules;
using Modelwright.Stress.Fairness.Remedies;
using Modelwright.Stress.Poisoning;

namespace Modelwright.Stress;

/// <summary>What a test stands on besides the model's answers.</summary>
internal sealed record StressGround
{
    /// <summary>The model and its rows.</summary>
    public required StressedModel Model { get; init; }

    /// <summary>The task.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>The id of the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>Labelled rows that were brought, of which the model may have some.</summary>
    public required int Rows { get; init; }

    /// <summary>What stands in the package.</summary>
    public required IForm Form { get; init; }

    /// <summary>Which class is answered for some probabilities; null for the most probable.</summary>
    public ClassDecision? Decision { get; init; }

    /// <summary>Training rows in the types of the schema, each with a target; null where there are none.</summary>
    public Table? Training { get; init; }

    /// <summary>Why there are none.</summary>
    public string WhyNoTraining { get; init; } = "";

    /// <summary>Fits the recipe of the model on other rows; null where that cannot be done.</summary>
    public Refit? Refit { get; init; }

    /// <summary>The same with weights, for the rows under test; null where that cannot be done.</summary>
    public RetrainWeighed? Reweigh { get; init; }

    /// <summary>What is fitted, in a sentence.</summary>
    public string RefitMeaning { get; init; } = "";

    /// <summary>The rows that fits are made of: all, or as many as are fitted in seconds.</summary>
    public Table? FitRows { get; init; }

    /// <summary>Why nothing is fitted; null where it is.</summary>
    public string? WhyNoRefit { get; init; }

    /// <summary>What is doubtful about the training rows; null where nothing is.</summary>
    public string? Doubt { get; init; }
}
