namespace Modelwright.Sources.Writing.Text;

/// <summary>A column on its way into a text file.</summary>
/// <param name="Label">Its name as it stands in each row.</param>
/// <param name="IsNumber">Whether its cells are numbers.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record TextField(string Label, bool IsNumber, CellText Cells);
