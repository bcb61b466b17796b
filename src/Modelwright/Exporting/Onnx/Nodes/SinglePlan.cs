using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>
/// Which values of a formula are single-precision numbers and stay so in the graph: without that each operation of a network would be turned to double precision and back,
/// and ONNX Runtime takes long to open a graph of many such turns.
/// </summary>
internal sealed class SinglePlan
{
    private readonly HashSet<int> _singles = [];
    private readonly HashSet<int> _sums = [];

    /// <summary>Looks through a formula.</summary>
    internal SinglePlan(Formula formula)
    {
        var readers = formula.Nodes.SelectMany(node => node.Operands.Select(operand => (operand.Position, Reader: node))).ToLookup(pair => pair.Position, pair => pair.Reader);
        foreach (var node in formula.Nodes)
        {
            if (StaysSingle(node))
            {
                _singles.Add(node.Position);
            }
            else if (node.Operation == FormulaOperation.Add && node != formula.Answer && node.Operands.All(Is) && IsRead(readers[node.Position]))
            {
                _sums.Add(node.Position);
            }
        }
    }

    /// <summary>Whether a value is single-precision numbers.</summary>
    internal bool Is(FormulaNode node) => _singles.Contains(node.Position);

    /// <summary>
    /// Whether a node is the sum of two single-precision numbers that is rounded to one by all who read it. Two doubles give the same then: twice as many digits and two more
    /// are enough for a sum to be rounded twice without harm (Figueroa 1995).
    /// </summary>
    internal bool IsRoundedSum(FormulaNode node) => _sums.Contains(node.Position);

    private static bool IsRead(IEnumerable<FormulaNode> readers) => readers.Any() && readers.All(reader => reader.Operation == FormulaOperation.Single);

    private bool StaysSingle(FormulaNode node) => node.Operation switch
    {
        FormulaOperation.Single or FormulaOperation.Mish or FormulaOperation.Selu or FormulaOperation.Layer or FormulaOperation.Waves => true,
        FormulaOperation.Lookup => node.Width > 1 && Array.TrueForAll(node.Numbers, number => (float)number == number),
        FormulaOperation.Take => Is(node.Operands[0]),
        FormulaOperation.Join => node.Operands.All(operand => Is(operand) || operand.Operation == FormulaOperation.Missing),
        _ => false,
    };
}
