namespace Modelwright.Stress.Perturbations;

/// <summary>What a perturbation says of itself; the test, the report and the gate read it.</summary>
public sealed record PerturbationInfo
{
    /// <summary>The name in documents and gates, in snake_case: 'missing_values'.</summary>
    public required string Name { get; init; }

    /// <summary>The name in prose, as what happens: 'Values are missing'.</summary>
    public required string Title { get; init; }

    /// <summary>What is done to the data and when that happens in life, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>What a severity of 1 is, in words: 'every cell'.</summary>
    public required string Severity { get; init; }

    /// <summary>Whether it may also be placed on the rows where it hurts most, not only on rows drawn at random.</summary>
    public bool HasWorstPlace { get; init; }
}
