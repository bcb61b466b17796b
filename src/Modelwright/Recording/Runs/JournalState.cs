namespace Modelwright.Recording.Runs;

/// <summary>What there is of a run's journal.</summary>
internal enum JournalState
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>A run that is at work writes it.</summary>
    Held,

    /// <summary>It was left by a run that ended before it was done.</summary>
    Left,
}
