namespace Modelwright.Runtime.Steps.Rows;

/// <summary>A fitted step that can do its work on rows of numbers, without tables.</summary>
internal interface IRunsOnRows
{
    /// <summary>Says what is to be done.</summary>
    /// <param name="layout">The rows as they come; becomes that of the rows with what is made.</param>
    /// <param name="steps">Gets what is to be done, in order.</param>
    /// <returns>False where it takes a table, or a column is not there; what was added is then of no use.</returns>
    bool OnRows(RowLayout layout, List<RowStep> steps);
}
