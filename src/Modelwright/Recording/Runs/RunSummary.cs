namespace Modelwright.Recording.Runs;

/// <summary>One recorded run in a list.</summary>
public sealed record RunSummary
{
    /// <summary>Its id, such as '20260314-091500-7f3a': the time in UTC and four hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Whether its journal is there, so that it can be resumed.</summary>
    public bool CanResume { get; init; }

    /// <summary>What was read, without a password; null where rows came from memory.</summary>
    public string? Source { get; init; }

    /// <summary>Name of the target column.</summary>
    public string? Target { get; init; }

    /// <summary>The figure to quote; null where there is none yet.</summary>
    public Figure? Headline { get; init; }

    /// <summary>Trials that ended, the baseline among them.</summary>
    public required int Trials { get; init; }

    /// <summary>Wall-clock seconds; null while it goes on.</summary>
    public double? Seconds { get; init; }

    /// <summary>Where its package was written; null where that was not said.</summary>
    public string? Package { get; init; }

    /// <summary>The id of its model; null where there is none.</summary>
    public string? ModelId { get; init; }
}
