using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Privacy;

/// <summary>What a model gives away of its training rows and of itself.</summary>
public sealed record PrivacyReport
{
    /// <summary>Whether the answers tell training rows; null where that was not run.</summary>
    public MembershipScore? Membership { get; init; }

    /// <summary>Whether training rows can be read out of the package.</summary>
    public required RecoveredRows Recovery { get; init; }

    /// <summary>What a copy takes; null where that was not run.</summary>
    public ExtractionScore? Extraction { get; init; }

    /// <summary>The figures that a gate may name.</summary>
    public required IReadOnlyList<GateFigure> Figures { get; init; }

    /// <summary>What was not run, each in a sentence with the reason.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }
}
