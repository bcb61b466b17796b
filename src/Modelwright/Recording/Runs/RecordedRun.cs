namespace Modelwright.Recording.Runs;

/// <summary>Everything the store holds of one run.</summary>
/// <param name="Summary">What stands in a list.</param>
public sealed record RecordedRun(RunSummary Summary)
{
    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How often it was resumed.</summary>
    public int Resumed { get; init; }

    /// <summary>SHA-256 of what was read; null where rows came from memory.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Rows of the table.</summary>
    public int Rows { get; init; }

    /// <summary>'classification' or 'regression'; null where it did not get that far.</summary>
    public string? Task { get; init; }

    /// <summary>Name of the metric that was to be best; null where it did not get that far.</summary>
    public string? Metric { get; init; }

    /// <summary>What was told, by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>The release it ran on.</summary>
    public required string Release { get; init; }

    /// <summary>The operating system, such as 'linux'.</summary>
    public required string System { get; init; }

    /// <summary>The architecture, such as 'x64'.</summary>
    public required string Architecture { get; init; }

    /// <summary>Processors of the machine.</summary>
    public int Processors { get; init; }

    /// <summary>Threads it used.</summary>
    public int Threads { get; init; }

    /// <summary>The error it ended in; null where it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>Trials in the order tried, the first 10,000.</summary>
    public IReadOnlyList<RecordedTrial> Trials { get; init; } = [];

    /// <summary>Figures with their intervals, the one to quote first.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Stages in order.</summary>
    public IReadOnlyList<RecordedStage> Stages { get; init; } = [];

    /// <summary>What was decided, each a sentence.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The finished plan as JSON; null where there is none.</summary>
    public string? PlanJson { get; init; }

    /// <summary>The evidence as JSON; null where there is none.</summary>
    public string? EvidenceJson { get; init; }
}
