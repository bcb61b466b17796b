using Modelwright.Core.Data;

namespace Modelwright.Runtime.Formulas;

/// <summary>What a column is made of.</summary>
/// <param name="Node">Of width 1: the number, or the code of the level.</param>
/// <param name="Type">Number or category.</param>
/// <param name="Levels">What the codes from 0 on stand for; the last one may stand for any level that training had not.</param>
public sealed record FormulaColumn(FormulaNode Node, ColumnType Type, IReadOnlyList<string> Levels);
