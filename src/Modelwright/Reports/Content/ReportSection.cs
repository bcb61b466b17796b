namespace Modelwright.Reports.Content;

/// <summary>One question that a report answers.</summary>
/// <param name="Id">Its name in links and documents, in snake_case and fixed: 'curves'.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">The answer, in the order of reading.</param>
public sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);
