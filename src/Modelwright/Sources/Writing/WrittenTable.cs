namespace Modelwright.Sources.Writing;

/// <summary>The table as it is called in files that hold tables under names.</summary>
internal static class WrittenTable
{
    /// <summary>Its name: of the table of a database, of the sheet of a workbook, and of the element around the rows of a document.</summary>
    internal const string Name = "predictions";
}
