namespace Modelwright.Runtime.Prediction;

/// <summary>One cell, as an example of many.</summary>
/// <param name="Row">0-based row.</param>
/// <param name="Text">The value as it came in.</param>
public sealed record CellExample(int Row, string Text);
