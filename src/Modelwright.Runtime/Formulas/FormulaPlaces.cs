using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Formulas;

/// <summary>Operations that go place by place.</summary>
internal static class FormulaPlaces
{
    private static readonly Dictionary<FormulaOperation, Func<double, double>> OfOne = new()
    {
        [FormulaOperation.Missing] = value => double.IsNaN(value) ? 1 : 0,
        [FormulaOperation.Absolute] = Math.Abs,
        [FormulaOperation.SquareRoot] = Math.Sqrt,
        [FormulaOperation.Exponential] = PortableMath.Exp,
        [FormulaOperation.Logarithm] = PortableMath.Log,
        [FormulaOperation.LogarithmOfOnePlus] = PortableMath.Log1p,
        [FormulaOperation.Sigmoid] = PortableMath.Sigmoid,
        [FormulaOperation.CosineOfTurns] = PortableMath.CosineOfTurns,
        [FormulaOperation.NormalQuantile] = value => double.IsNaN(value) ? value : NormalQuantile.Of(value),
        [FormulaOperation.Single] = value => (float)value,
        [FormulaOperation.Mish] = value => Activated(NetworkActivation.Mish, value),
        [FormulaOperation.Selu] = value => Activated(NetworkActivation.Selu, value),
    };

    private static readonly Dictionary<FormulaOperation, Func<double, double, double>> OfTwo = new()
    {
        [FormulaOperation.Add] = (first, second) => first + second,
        [FormulaOperation.Subtract] = (first, second) => first - second,
        [FormulaOperation.Multiply] = (first, second) => first * second,
        [FormulaOperation.Divide] = (first, second) => first / second,
        [FormulaOperation.Minimum] = Math.Min,
        [FormulaOperation.Maximum] = Math.Max,
        [FormulaOperation.AtMost] = (first, second) => first <= second ? 1 : 0,
        [FormulaOperation.Below] = (first, second) => first < second ? 1 : 0,
        [FormulaOperation.Same] = (first, second) => first == second ? 1 : 0,
    };

    /// <summary>Reckons a node of such an operation.</summary>
    /// <returns>False where it is another operation.</returns>
    internal static bool TryReckon(FormulaNode node, double[][] values, double[] to)
    {
        double At(int operand, int place) => values[node.Operands[operand].Position] is var from && from.Length == 1 ? from[0] : from[place];
        if (OfOne.TryGetValue(node.Operation, out var one))
        {
            for (var place = 0; place < to.Length; place++)
            {
                to[place] = one(At(0, place));
            }
        }
        else if (OfTwo.TryGetValue(node.Operation, out var two))
        {
            for (var place = 0; place < to.Length; place++)
            {
                to[place] = two(At(0, place), At(1, place));
            }
        }
        else if (node.Operation == FormulaOperation.Choose)
        {
            for (var place = 0; place < to.Length; place++)
            {
                to[place] = At(0, place) == 0 ? At(2, place) : At(1, place);
            }
        }
        else
        {
            return false;
        }

        return true;
    }

    private static double Activated(NetworkActivation activation, double value)
    {
        Span<float> lanes = stackalloc float[LayerProduct.Lanes];
        lanes[0] = (float)value;
        ActivationValues.Apply(activation, lanes);
        return lanes[0];
    }
}
