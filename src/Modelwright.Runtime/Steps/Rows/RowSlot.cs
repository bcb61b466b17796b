using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Rows;

/// <summary>Where a column stands in a row of numbers.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Type">Number or category.</param>
/// <param name="Levels">What its codes stand for; empty for a number.</param>
internal sealed record RowSlot(int Place, ColumnType Type, IReadOnlyList<string> Levels);
