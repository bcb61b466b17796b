namespace Modelwright.Reports.Content;

/// <summary>What a person should look at.</summary>
/// <param name="Items">The most severe first.</param>
public sealed record Notices(IReadOnlyList<Notice> Items) : ReportBlock;

/// <summary>One of them.</summary>
/// <param name="Severity">'severe', 'warning' or 'note'.</param>
/// <param name="Text">What was found, with its remedy.</param>
public sealed record Notice(string Severity, string Text);
