using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings;

/// <summary>What a column seems to be.</summary>
/// <param name="Meaning">Its meaning.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Reason">What speaks for it.</param>
/// <param name="Type">The type it should be read as.</param>
internal sealed record Guess(ColumnMeaning Meaning, double Confidence, string Reason, ColumnType Type)
{
    internal IReadOnlyList<string> TimeFormats { get; init; } = [];

    internal IReadOnlyList<string> NumberDecorations { get; init; } = [];

    /// <summary>Texts that are no value of the type, with their counts, and that are read as missing.</summary>
    internal IReadOnlyList<LevelCount> Unreadable { get; init; } = [];

    /// <summary>Texts found in this column alone that stand for "no value".</summary>
    internal IReadOnlyList<LevelCount> Markers { get; init; } = [];

    internal NumberNotation Notation { get; init; } = NumberNotation.Plain;

    internal string? Unit { get; init; }

    internal ColumnKind Kind { get; init; }

    internal string? ListSeparator { get; init; }

    /// <summary>Whether every row has a value of its own, so that it tells nothing about other rows.</summary>
    internal bool NamesRow { get; init; }

    /// <summary>Values looked at that the meaning takes; null where all do.</summary>
    internal long? Agreeing { get; init; }

    /// <summary>Values that do not agree, and are kept as they are.</summary>
    internal IReadOnlyList<LevelCount> Disagreeing { get; init; } = [];

    /// <summary>Other readings that the values allow as well, in words.</summary>
    internal IReadOnlyList<string> Competing { get; init; } = [];

    /// <summary>What a person should know of the reading.</summary>
    internal IReadOnlyList<GuessFinding> Findings { get; init; } = [];

    /// <summary>The guess with one more finding, where there is one.</summary>
    internal Guess With(GuessFinding? finding) => finding is null ? this : this with { Findings = [.. Findings, finding] };
}
