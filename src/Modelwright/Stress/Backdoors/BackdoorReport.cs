using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Backdoors;

/// <summary>Values and columns that decide more than they should.</summary>
public sealed record BackdoorReport
{
    /// <summary>Values that may be a backdoor, the strongest first.</summary>
    public required IReadOnlyList<SuspectLevel> Levels { get; init; }

    /// <summary>Values that were looked at.</summary>
    public required int Looked { get; init; }

    /// <summary>The column that the model hangs on most; null where that was not looked at.</summary>
    public ShortcutScore? Shortcut { get; init; }

    /// <summary>The figures that a gate may name.</summary>
    public required IReadOnlyList<GateFigure> Figures { get; init; }

    /// <summary>What was not run, each in a sentence with the reason.</summary>
    public required IReadOnlyList<string> NotRun { get; init; }
}
