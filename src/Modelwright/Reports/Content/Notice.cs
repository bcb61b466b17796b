namespace Modelwright.Reports.Content;

/// <summary>One of them.</summary>
/// <param name="Severity">'severe', 'warning' or 'note'.</param>
/// <param name="Text">What was found, with its remedy.</param>
public sealed record Notice(string Severity, string Text);
