namespace Modelwright.Reports.Content;

/// <summary>A line to type at a shell.</summary>
/// <param name="Text">The whole line.</param>
public sealed record Command(string Text) : ReportBlock;
