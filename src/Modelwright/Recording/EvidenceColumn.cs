namespace Modelwright.Recording;

/// <summary>Cells of one column that carried no usable value.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Missing">Cells without a value.</param>
/// <param name="Unreadable">Cells whose text could not be read as the column's type; they count as missing.</param>
public sealed record EvidenceColumn(string Name, long Missing, long Unreadable);
