namespace Modelwright.Reports.Content;

/// <summary>A report as content without a look: the page, the model card and the document for programs all show this. Immutable.</summary>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Lead">The most important sentence.</param>
/// <param name="Sections">What it says, in the order of reading; a section without blocks is left out.</param>
public sealed record ReportDocument(string Title, string Lead, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>The version of this document, from 1.</summary>
    public int Format { get; init; } = 1;
}
