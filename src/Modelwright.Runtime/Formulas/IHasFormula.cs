namespace Modelwright.Runtime.Formulas;

/// <summary>A form whose answer can be written as a formula; forms without it stay in packages.</summary>
public interface IHasFormula
{
    /// <summary>Writes the answer.</summary>
    /// <param name="columns">What the form's inputs are made of.</param>
    /// <returns>A value of one place for numbers, of one a class for probabilities; null where a part of it has none, which <paramref name="columns"/> was told.</returns>
    FormulaNode? Formula(FormulaColumns columns);
}
