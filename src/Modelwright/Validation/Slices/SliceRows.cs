namespace Modelwright.Validation.Slices;

/// <summary>The rows of one slice.</summary>
/// <param name="Column">The column.</param>
/// <param name="Meaning">Which rows, in words.</param>
/// <param name="Rows">0-based rows, ascending.</param>
internal sealed record SliceRows(string Column, string Meaning, int[] Rows);
