namespace Modelwright.Reports.Content;

/// <summary>Names with a value each, such as "rows: 1,000".</summary>
/// <param name="Items">In the order of reading.</param>
public sealed record Facts(IReadOnlyList<Fact> Items) : ReportBlock;
