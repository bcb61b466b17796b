using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Formulas;

/// <summary>One value of a formula: numbers side by side for every row. Immutable; its arrays are not to be changed.</summary>
public sealed class FormulaNode
{
    internal FormulaNode(FormulaOperation operation, IReadOnlyList<FormulaNode> operands, int width, int position) =>
        (Operation, Operands, Width, Position) = (operation, operands, width, position);

    /// <summary>What is done.</summary>
    public FormulaOperation Operation { get; }

    /// <summary>What it is done with; earlier nodes.</summary>
    public IReadOnlyList<FormulaNode> Operands { get; }

    /// <summary>Numbers a row.</summary>
    public int Width { get; }

    /// <summary>Its position among the nodes of the formula, from 0.</summary>
    public int Position { get; }

    /// <summary>The name of an input; empty for all others.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Constants, tables, edges or weights, as the operation says; otherwise none.</summary>
    public double[] Numbers { get; internal init; } = [];

    /// <summary>Where weighted sums begin; otherwise none.</summary>
    public double[] Starts { get; internal init; } = [];

    /// <summary>The places that are taken; otherwise none.</summary>
    public int[] Places { get; internal init; } = [];

    /// <summary>Decision trees; otherwise null.</summary>
    public TreeEnsemble? Trees { get; internal init; }

    /// <summary>Cosines of one number; otherwise null.</summary>
    public NumberWaves? Waves { get; internal init; }
}
