namespace Modelwright.Profile.Meanings.Times;

/// <summary>What one of several formats reads of a column.</summary>
/// <param name="Format">The format.</param>
/// <param name="Count">Rows that it reads and none before it does.</param>
/// <param name="Example">The most frequent text among them.</param>
internal sealed record FormatPart(string Format, long Count, string Example);
