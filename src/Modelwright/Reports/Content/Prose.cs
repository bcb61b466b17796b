namespace Modelwright.Reports.Content;

/// <summary>A paragraph of plain text.</summary>
/// <param name="Text">One sentence or more.</param>
public sealed record Prose(string Text) : ReportBlock;
