namespace Modelwright.Leaks;

/// <summary>What came of a run.</summary>
/// <param name="Clean">Sets as they are.</param>
/// <param name="Planted">Leaks that were planted.</param>
/// <param name="Own">Leaks that the sets came with.</param>
internal sealed record LeakResults(IReadOnlyList<CleanResult> Clean, IReadOnlyList<PlantedResult> Planted, IReadOnlyList<OwnResult> Own);

/// <summary>Findings in a set as it is, its forbidden columns left out.</summary>
internal sealed record CleanResult(string Set, int Rows, double Seconds, IReadOnlyList<string> SevereColumns, IReadOnlyList<string> Warnings);

/// <summary>Whether a planted leak was found.</summary>
internal sealed record PlantedResult(string Set, string Kind, bool IsFound, string? Finding, string? Severity);

/// <summary>What was found in a column that the index calls a leak, left in beside the columns that may be used.</summary>
internal sealed record OwnResult(string Set, string Column, string? Finding, string? Severity, string? Text);

/// <summary>Rows whose labels were flipped and rows that were doubted, in one set.</summary>
internal sealed record LabelResult(string Set, int Rows, int Flipped, int Doubted, int DoubtedAndFlipped, int FlippedOfFirstTwenty);
