namespace Modelwright.Explain;

/// <summary>A row that stands for many: its reasons are like theirs.</summary>
/// <param name="Group">The class it is answered with; for numbers 'low', 'middle' or 'high', a third of the rows each.</param>
/// <param name="Row">0-based row.</param>
/// <param name="Rows">Rows of the group that it stands for, itself among them.</param>
/// <param name="Share">Their share of the group, 0 to 1.</param>
public sealed record Prototype(string Group, int Row, int Rows, double Share);
