using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Search.Limits;

namespace Modelwright.Search.Distilling;

/// <summary>What students are chosen from and by.</summary>
internal sealed record StudentOptions
{
    /// <summary>Learners to choose from.</summary>
    public required IReadOnlyList<ILearner> Learners { get; init; }

    /// <summary>What the student has to keep.</summary>
    public required ModelLimits Limits { get; init; }

    /// <summary>Whether a person asked for these limits; where not, the smallest model will do if none keeps them.</summary>
    public bool AreAsked { get; init; }

    /// <summary>What is to be best.</summary>
    public required IMetric Metric { get; init; }

    /// <summary>The time that is left for it.</summary>
    public required RunClock Clock { get; init; }

    /// <summary>Threads to use.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Splits that may be fitted side by side.</summary>
    public int SideBySide { get; init; } = int.MaxValue;

    /// <summary>Threads that costs are planned with.</summary>
    public int PlannedThreads { get; init; } = SearchOptions.UsualThreads;

    /// <summary>Chance of fits and folds.</summary>
    public int Seed { get; init; }

    /// <summary>Bytes that features kept for reuse may take.</summary>
    public long FeatureMemory { get; init; }

    /// <summary>The number of the last trial before.</summary>
    public int LastTrial { get; init; }
}
