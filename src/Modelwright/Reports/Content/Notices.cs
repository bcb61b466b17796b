namespace Modelwright.Reports.Content;

/// <summary>What a person should look at.</summary>
/// <param name="Items">The most severe first.</param>
public sealed record Notices(IReadOnlyList<Notice> Items) : ReportBlock;
