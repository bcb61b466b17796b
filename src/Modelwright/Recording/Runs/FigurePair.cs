namespace Modelwright.Recording.Runs;

/// <summary>The same figure of two runs; one of them may lack it.</summary>
/// <param name="First">That of the first run.</param>
/// <param name="Second">That of the second run.</param>
public sealed record FigurePair(Figure? First, Figure? Second);
