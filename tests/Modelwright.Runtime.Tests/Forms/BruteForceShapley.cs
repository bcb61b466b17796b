using System.Numerics;
using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Runtime.Tests.Forms;

/// <summary>Shapley values by their definition, over all sets of inputs, where what is not known goes both ways by the covers.</summary>
internal sealed class BruteForceShapley(Tree tree, int inputs, int width)
{
    /// <summary>The value of an input for one row and output.</summary>
    internal double Of(double[] row, int input, int output)
    {
        var sum = 0.0;
        for (var known = 0; known < 1 << inputs; known++)
        {
            if ((known >> input & 1) == 0)
            {
                var size = BitOperations.PopCount((uint)known);
                var weight = Factorial(size) * Factorial(inputs - size - 1) / Factorial(inputs);
                sum += weight * (Expected(row, known | 1 << input, output) - Expected(row, known, output));
            }
        }

        return sum;
    }

    /// <summary>What is expected where only some inputs, a bit each, are known.</summary>
    internal double Expected(double[] row, int known, int output) => tree.NodeCount == 0 ? tree.Leaves[output] : At(0, row, known, output);

    private double At(int place, double[] row, int known, int output)
    {
        if (place < 0)
        {
            return tree.Leaves[(~place * width) + output];
        }

        var (left, right) = (tree.Left[place], tree.Right[place]);
        if ((known >> tree.Feature[place] & 1) != 0)
        {
            return At(GoesLeft(place, row[tree.Feature[place]]) ? left : right, row, known, output);
        }

        var share = Cover(left) / (Cover(left) + Cover(right));
        return (share * At(left, row, known, output)) + ((1 - share) * At(right, row, known, output));
    }

    private bool GoesLeft(int node, double value)
    {
        if (tree.CategoryStart[node] < 0)
        {
            return value <= tree.Threshold[node] || (double.IsNaN(value) && tree.MissingLeft[node]);
        }

        var code = (int)value;
        return code != CategoryColumn.Missing && code / 32 < tree.CategoryWords[node] && (tree.CategoryBits[tree.CategoryStart[node] + (code / 32)] >> (code % 32) & 1) != 0;
    }

    private double Cover(int place) => place < 0 ? tree.Covers[~place] : Cover(tree.Left[place]) + Cover(tree.Right[place]);

    private static double Factorial(int number) => number <= 1 ? 1 : number * Factorial(number - 1);
}
