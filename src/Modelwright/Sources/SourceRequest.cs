namespace Modelwright.Sources;

/// <summary>What to read.</summary>
/// <param name="Path">A file.</param>
/// <param name="Options">How to read it.</param>
public sealed record SourceRequest(string Path, ReadOptions Options);
