using Modelwright.Core.Data;

namespace Modelwright.Runtime.Formulas;

/// <summary>A column that a formula reads.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Type">Number or category.</param>
/// <param name="Levels">Of a category the levels that have codes, in their order; otherwise empty.</param>
/// <param name="MissingMarkers">Values that stand for missing, as the schema writes them; may be none.</param>
public sealed record FormulaInput(string Name, ColumnType Type, IReadOnlyList<string> Levels, IReadOnlyList<string> MissingMarkers);
