namespace Modelwright.Runtime.Formulas;

/// <summary>A fitted step whose outputs can be written as formulas, all or some.</summary>
internal interface IStepFormula
{
    /// <summary>Puts what the step makes in the place of what it reads.</summary>
    /// <param name="columns">The columns before the step; those after it behind. Outputs without a formula are absent, and told as gaps.</param>
    void Formula(FormulaColumns columns);
}
