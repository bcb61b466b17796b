using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Poisoning;

/// <summary>What is left of a model where an opponent reached its training rows.</summary>
public sealed record PoisoningReport
{
    /// <summary>What was fitted each time, in a sentence: the heaviest member of the package alone, or all of it.</summary>
    public required string Fitted { get; init; }

    /// <summary>Training rows that each fit had: a seeded sample where there are more than are fitted in seconds.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>The model fitted again on them without poison, that all others are compared with; null where nothing was fitted.</summary>
    public StressScore? Clean { get; init; }

    /// <summary>What poison costs.</summary>
    public IReadOnlyList<PoisonScore> Poisons { get; init; } = [];

    /// <summary>How easily a backdoor is taken in; null where that was not tried.</summary>
    public PlantedBackdoor? Backdoor { get; init; }

    /// <summary>What adversarial retraining wins and costs; null where that was not tried.</summary>
    public AdversarialScore? Hardened { get; init; }

    /// <summary>The figures that a gate may name.</summary>
    public IReadOnlyList<GateFigure> Figures { get; init; } = [];

    /// <summary>What was not run, each in a sentence with the reason.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }
}
