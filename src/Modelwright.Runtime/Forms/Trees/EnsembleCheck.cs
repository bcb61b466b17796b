using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Says whether an ensemble can be scored safely and always gives finite scores.</summary>
internal static class EnsembleCheck
{
    internal static int Check(string form, TreeEnsemble ensemble, double[] start)
    {
        var outputs = ensemble.Outputs;
        if (outputs < 1 || start.Length != outputs || !SoundArrays.AreFinite(start))
        {
            throw new ArtifactException($"Form '{form}' has {outputs} outputs and {start.Length} start scores. Give at least one output, and for each a start score that is finite.");
        }

        var width = Width(form, ensemble);
        var bounds = new double[outputs];
        for (var output = 0; output < outputs; output++)
        {
            bounds[output] = Math.Abs(start[output]);
        }

        for (var tree = 0; tree < ensemble.Trees.Count; tree++)
        {
            ensemble.Trees[tree].Check(ensemble.Inputs.Count, width);
            Kinds(form, ensemble, tree);
            Grow(bounds, ensemble.Trees[tree].Leaves, width, tree);
        }

        return SoundArrays.AreFinite(bounds)
            ? width
            : throw new ArtifactException($"The leaf values of form '{form}' add up beyond the range of numbers. Make the model again from a target of a smaller unit.");
    }

    private static int Width(string form, TreeEnsemble ensemble)
    {
        if (ensemble.Trees.Count == 0)
        {
            return 1;
        }

        var width = ensemble.Trees[0].Leaves.Length / ensemble.Trees[0].LeafCount;
        return width == 1 || width == ensemble.Outputs
            ? width
            : throw new ArtifactException($"Form '{form}' has leaves of {width} values for {ensemble.Outputs} outputs. Give a leaf one value, or one an output.");
    }

    private static void Kinds(string form, TreeEnsemble ensemble, int tree)
    {
        var nodes = ensemble.Trees[tree];
        for (var node = 0; node < nodes.NodeCount; node++)
        {
            var input = ensemble.Inputs[nodes.Feature[node]];
            if (input.Type == ColumnType.Category != nodes.CategoryStart[node] >= 0)
            {
                throw new ArtifactException($"Node {node} of tree {tree} of form '{form}' has the wrong kind of split for input '{input.Name}'. Split numbers by a threshold and categories by a set.");
            }
        }
    }

    private static void Grow(double[] bounds, double[] leaves, int width, int tree)
    {
        for (var output = 0; output < width; output++)
        {
            var largest = 0.0;
            for (var place = output; place < leaves.Length; place += width)
            {
                largest = Math.Max(largest, Math.Abs(leaves[place]));
            }

            bounds[width == 1 ? tree % bounds.Length : output] += largest;
        }
    }
}
