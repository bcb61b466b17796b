namespace Modelwright.Reports.Content;

/// <summary>A table of texts.</summary>
/// <param name="Title">What it shows; empty where the section says so.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">One text a column.</param>
public sealed record Grid(string Title, IReadOnlyList<GridColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock
{
    /// <summary>What to know when reading it; empty where there is nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether it is detail, which a page shows only to whoever asks.</summary>
    public bool IsDetail { get; init; }

    /// <summary>A table by its headings; those that begin with '>' hold numbers.</summary>
    internal static Grid Of(string title, string headings, IEnumerable<IReadOnlyList<string>> rows) =>
        new(title, [.. headings.Split('|').Select(GridColumn.Parse)], [.. rows]);
}
