using Modelwright.Stress.Slices;

namespace Modelwright.Monitoring;

/// <summary>What was found in one window of rows. Immutable data; as JSON it is what alerts carry.</summary>
public sealed record WindowReport
{
    /// <summary>The window, as it was named: a range of rows or of times.</summary>
    public required string Name { get; init; }

    /// <summary>When its first row came, in UTC; null where that is not known.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When its last row came, in UTC; null where that is not known.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The model that was watched.</summary>
    public required string ModelId { get; init; }

    /// <summary>Rows of the window.</summary>
    public required int Rows { get; init; }

    /// <summary>Those with a label that the model knows.</summary>
    public required int LabelledRows { get; init; }

    /// <summary>Rows of the reference.</summary>
    public required int ReferenceRows { get; init; }

    /// <summary>Whether any finding is an alarm.</summary>
    public bool HasAlarm => Findings.Any(finding => finding.IsAlarm);

    /// <summary>What a person should know; alarms first.</summary>
    public required IReadOnlyList<WindowFinding> Findings { get; init; }

    /// <summary>How far distributions have moved, the furthest first.</summary>
    public required IReadOnlyList<DriftFigure> Drift { get; init; }

    /// <summary>Estimated and realised performance; the main metric first.</summary>
    public required IReadOnlyList<WindowFigure> Performance { get; init; }

    /// <summary>Where the model is weakest, on the rows with a label; null where it was not looked for.</summary>
    public SliceReport? Slices { get; init; }

    /// <summary>What was not looked at, each a sentence with the reason.</summary>
    public required IReadOnlyList<string> NotLooked { get; init; }
}
