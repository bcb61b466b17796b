using Modelwright.Core.Learning;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Blend;

/// <summary>The answers of several forms as formulas.</summary>
internal static class BlendFormula
{
    /// <summary>One answer a member; null where one has none, after all were asked, so that all gaps are told together.</summary>
    internal static FormulaNode[]? Members(IReadOnlyList<IForm> members, FormulaColumns columns)
    {
        FormulaNode[] answers = [.. members.Select(columns.Answer).OfType<FormulaNode>()];
        return answers.Length == members.Count ? answers : null;
    }
}
