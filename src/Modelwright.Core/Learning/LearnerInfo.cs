using Modelwright.Core.Data;

namespace Modelwright.Core.Learning;

/// <summary>What a learner says of itself; search, features, documents and pages read it.</summary>
public sealed record LearnerInfo
{
    /// <summary>The name in plans and on screens, in snake_case: 'random_forest'.</summary>
    public required string Name { get; init; }

    /// <summary>The name in prose: 'Random forest'.</summary>
    public required string Title { get; init; }

    /// <summary>The tasks it can do.</summary>
    public required IReadOnlyList<LearningTask> Tasks { get; init; }

    /// <summary>The column types it takes as they are; steps turn all others into these.</summary>
    public required IReadOnlyList<ColumnType> Takes { get; init; }

    /// <summary>Whether missing values may stand in its input; if not, steps fill them in first.</summary>
    public bool TakesMissing { get; init; }

    /// <summary>Whether it works best on numbers brought to one scale.</summary>
    public bool WantsScaling { get; init; }

    /// <summary>Whether it looks at the data at all beyond the target; a baseline does not.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>Whether its form holds training rows, which a package keeps only when asked.</summary>
    public bool StoresRows { get; init; }

    /// <summary>Whether it fits in rounds and can use <see cref="TrainingSet.Validation"/> to stop early.</summary>
    public bool StopsEarly { get; init; }

    /// <summary>Whether it gives a fit of its own for every seed, so that averaging several helps.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Whether its form scores the readings of series in order of time (<see cref="Streams.IScoresStreams"/>) rather than rows for themselves.</summary>
    public bool ReadsInOrder { get; init; }

    /// <summary>
    /// What its first setting usually wins of what the best learner of a table wins over the baseline, from 0 to 1: the mean over public
    /// tables, as 'strength' of bench/Modelwright.Quality measures it. A search that is short of time begins with the strong and does without the
    /// weak. 0.9 where nobody measured it.
    /// </summary>
    public double Strength { get; init; } = 0.9;

    /// <summary>How far a person can follow its models; only those that are readable in full count as interpretable.</summary>
    public Readability Readability { get; init; }

    /// <summary>The paper or reference implementation.</summary>
    public required string Source { get; init; }
}
