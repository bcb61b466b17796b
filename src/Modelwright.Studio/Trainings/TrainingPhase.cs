namespace Modelwright.Studio.Trainings;

/// <summary>Where a file and its training stand.</summary>
public enum TrainingPhase
{
    /// <summary>The file is read, and nobody said yet what to learn.</summary>
    Read,

    /// <summary>It waits for another training to end.</summary>
    Waiting,

    /// <summary>It trains.</summary>
    Running,

    /// <summary>It has a model.</summary>
    Done,

    /// <summary>It has none, since it was stopped too early or could not train.</summary>
    Failed,
}
