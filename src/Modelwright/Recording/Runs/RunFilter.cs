namespace Modelwright.Recording.Runs;

/// <summary>Which runs to list.</summary>
public sealed record RunFilter
{
    /// <summary>The most runs that one list holds.</summary>
    public const int Most = 10_000;

    /// <summary>Only runs with this target; null means all.</summary>
    public string? Target { get; init; }

    /// <summary>Only runs that began at this time or later; null means all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The most runs to list, the newest first; 1 to <see cref="Most"/>. Default: 20.</summary>
    public int Limit { get; init; } = 20;
}
