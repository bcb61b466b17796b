using Modelwright.Stress.Fairness.Remedies;

namespace Modelwright.Stress.Fairness;

/// <summary>Which columns are sensitive, and what may be tried.</summary>
internal sealed record FairnessOptions
{
    /// <summary>Sensitive columns besides those with that role. Where there is neither, columns are suggested by their names.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>By column of numbers, where its groups end, ascending; quartiles where nothing is said.</summary>
    public IReadOnlyDictionary<string, double[]> Bounds { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Trains anew with weights; null where nobody can, and the report says so.</summary>
    public RetrainWeighed? Retrain { get; init; }

    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }
}
