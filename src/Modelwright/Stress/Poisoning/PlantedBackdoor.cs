namespace Modelwright.Stress.Poisoning;

/// <summary>How easily a model takes a backdoor in: backdoor poisoning of NIST AI 100-2.</summary>
public sealed record PlantedBackdoor
{
    /// <summary>The column and value that was the trigger: 'plan = pro'.</summary>
    public required string Trigger { get; init; }

    /// <summary>What the opponent wanted to be answered.</summary>
    public required string Answer { get; init; }

    /// <summary>Training rows that were given the trigger and that answer.</summary>
    public required int Rows { get; init; }

    /// <summary>The share of the new rows, among those answered otherwise, that get that answer once they have the trigger.</summary>
    public required double Success { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end.</summary>
    public required double Upper { get; init; }

    /// <summary>The same share of the model without poison: what the trigger does by itself.</summary>
    public required double Control { get; init; }

    /// <summary>What the model is worth on rows without the trigger, beside the one without poison.</summary>
    public required StressScore Clean { get; init; }

    /// <summary>The same in words.</summary>
    public required string Text { get; init; }
}
