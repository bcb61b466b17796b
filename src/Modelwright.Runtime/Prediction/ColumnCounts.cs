namespace Modelwright.Runtime.Prediction;

/// <summary>What was not an ordinary value in one column. None is counted twice. Missing and unreadable cells are missing values afterwards.</summary>
/// <param name="Column">The column.</param>
/// <param name="Missing">Cells without a value: empty, or a missing-value marker.</param>
/// <param name="Unseen">Cells with a category that was not there when the model was trained; steps answer them by their rule for such levels.</param>
/// <param name="Unreadable">Cells that cannot be read as the column's type.</param>
/// <param name="Examples">The first few unseen or unreadable cells.</param>
public sealed record ColumnCounts(string Column, int Missing, int Unseen, int Unreadable, IReadOnlyList<CellExample> Examples);
