using Modelwright.Runtime.Forms.Network;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Formulas;

/// <summary>Operations that add up many numbers.</summary>
internal static class FormulaSums
{
    /// <summary>Reckons a node of such an operation.</summary>
    internal static void Reckon(FormulaNode node, double[] from, double[] to)
    {
        switch (node.Operation)
        {
            case FormulaOperation.Sum:
                to[0] = 0;
                Array.ForEach(from, value => to[0] += value);
                break;
            case FormulaOperation.Largest:
                to[0] = double.NegativeInfinity;
                Array.ForEach(from, value => to[0] = Math.Max(to[0], value));
                break;
            case FormulaOperation.Weigh:
                Weigh(node, from, to);
                break;
            case FormulaOperation.Layer:
                Layer(node, from, to);
                break;
            case FormulaOperation.Waves:
                Waves(node.Waves!, (float)from[0], to);
                break;
            case FormulaOperation.Trees:
                Trees(node.Trees!, from, to);
                break;
            default:
                throw new InvalidOperationException($"Operation {node.Operation} cannot be reckoned.");
        }
    }

    private static void Weigh(FormulaNode node, double[] from, double[] to)
    {
        for (var sum = 0; sum < to.Length; sum++)
        {
            var total = node.Starts[sum];
            for (var place = 0; place < from.Length; place++)
            {
                total += from[place] * node.Numbers[(place * to.Length) + sum];
            }

            to[sum] = Math.Clamp(total, -double.MaxValue, double.MaxValue);
        }
    }

    private static void Layer(FormulaNode node, double[] from, double[] to)
    {
        for (var sum = 0; sum < to.Length; sum++)
        {
            var total = (float)node.Starts[sum];
            for (var place = 0; place < from.Length; place++)
            {
                var product = (float)from[place] * (float)node.Numbers[(place * to.Length) + sum];
                total += product;
            }

            to[sum] = total;
        }
    }

    private static void Waves(NumberWaves waves, float value, double[] to)
    {
        var sums = new float[to.Length];
        NetworkScorer.FillWaves(waves, 0, value, sums);
        for (var sum = 0; sum < to.Length; sum++)
        {
            to[sum] = sums[sum];
        }
    }

    private static void Trees(TreeEnsemble ensemble, double[] from, double[] to)
    {
        Array.Clear(to);
        for (var tree = 0; tree < ensemble.Trees.Count; tree++)
        {
            var leaves = ensemble.Trees[tree].Leaves;
            var leaf = ensemble.Trees[tree].LeafOf(from);
            if (leaves.Length == ensemble.Trees[tree].LeafCount)
            {
                to[tree % to.Length] += leaves[leaf];
                continue;
            }

            for (var output = 0; output < to.Length; output++)
            {
                to[output] += leaves[(leaf * to.Length) + output];
            }
        }

        var start = ensemble.Base.Length == 0 ? new double[to.Length] : ensemble.Base;
        for (var output = 0; output < to.Length; output++)
        {
            to[output] = start[output] + (to[output] / Divisor(ensemble, output));
        }
    }

    /// <summary>What the sum of an output's trees is divided by.</summary>
    internal static double Divisor(TreeEnsemble ensemble, int output)
    {
        if (!ensemble.IsAverage)
        {
            return 1;
        }

        var isOneValue = ensemble.Trees.Count > 0 && ensemble.Trees[0].Leaves.Length == ensemble.Trees[0].LeafCount;
        var trees = isOneValue ? (ensemble.Trees.Count + ensemble.Outputs - 1 - output) / ensemble.Outputs : ensemble.Trees.Count;
        return Math.Max(1, trees);
    }
}
