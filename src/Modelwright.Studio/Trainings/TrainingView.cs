using Modelwright.Profile;

namespace Modelwright.Studio.Trainings;

/// <summary>A file and its training as they stand at one time. Immutable.</summary>
/// <param name="Id">32 hexadecimal digits, which name it in addresses.</param>
/// <param name="File">What the sender called the file; for eyes alone, and no path.</param>
/// <param name="Bytes">Bytes of the file.</param>
/// <param name="SentAt">When it came, in UTC.</param>
/// <param name="Profile">What is in the file.</param>
/// <param name="Phase">Where it stands.</param>
public sealed record TrainingView(string Id, string File, long Bytes, DateTimeOffset SentAt, DataProfile Profile, TrainingPhase Phase)
{
    /// <summary>What is to be learned; null until somebody said.</summary>
    public TrainingOrder? Order { get; init; }

    /// <summary>When the training began, in UTC; null before.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended, in UTC; null before.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How far it is; null before it begins.</summary>
    public TrainingProgress? Progress { get; init; }

    /// <summary>Whether it was asked to stop.</summary>
    public bool IsStopping { get; init; }

    /// <summary>How many trainings are before it.</summary>
    public int Before { get; init; }

    /// <summary>What it found; null without a model.</summary>
    public TrainingRun? Run { get; init; }

    /// <summary>The folder with its package and report; null without a model.</summary>
    public string? Folder { get; init; }

    /// <summary>Why there is no model; null where there is one or may be.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver => Phase is TrainingPhase.Done or TrainingPhase.Failed;
}
