namespace Modelwright.Runtime.Formulas;

/// <summary>A part of a model that cannot be written as a formula.</summary>
/// <param name="Part">Which: a form, or a step and the column it reads.</param>
/// <param name="Reason">Why, in a sentence without its end.</param>
public sealed record FormulaGap(string Part, string Reason);
