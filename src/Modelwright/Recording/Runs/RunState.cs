namespace Modelwright.Recording.Runs;

/// <summary>How a recorded run stands.</summary>
public enum RunState
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>The program ended before the run did; with its journal it can be resumed.</summary>
    Unfinished,

    /// <summary>The model is made, but nobody has said where its package is.</summary>
    Trained,

    /// <summary>The package is saved.</summary>
    Done,

    /// <summary>A person stopped it before there was a model.</summary>
    Stopped,

    /// <summary>It ended in an error.</summary>
    Failed,
}
