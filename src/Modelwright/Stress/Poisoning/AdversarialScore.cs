namespace Modelwright.Stress.Poisoning;

/// <summary>What adversarial retraining wins, and what it costs.</summary>
public sealed record AdversarialScore
{
    /// <summary>Changed rows that were added to the training rows, with their true answers.</summary>
    public required int Added { get; init; }

    /// <summary>Rows under test that were attacked: those answered rightly.</summary>
    public required int Attacked { get; init; }

    /// <summary>The share of them that an attack turns, of the model fitted without changed rows; of numbers, moved by more than half a standard deviation of the answers.</summary>
    public required double FlippedBefore { get; init; }

    /// <summary>The share that a new attack turns, of the model fitted with them.</summary>
    public required double FlippedAfter { get; init; }

    /// <summary>The price: what the model is worth on rows that nobody changed, beside the one fitted without changed rows.</summary>
    public required StressScore Price { get; init; }

    /// <summary>The same in words.</summary>
    public required string Text { get; init; }
}
