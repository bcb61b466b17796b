using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Onnx.Tests.Trees;

/// <summary>Trees made by hand and drawn by a seed.</summary>
internal static class Planted
{
    internal static FormInput Number(string name) => new(name, ColumnType.Number, []);

    internal static FormInput Category(string name, int levels) => new(name, ColumnType.Category, [.. Enumerable.Range(0, levels).Select(level => $"l{level}")]);

    /// <summary>One number split; leaf 0 is left.</summary>
    internal static Tree Stump(double threshold, bool missingLeft, params double[] leaves) => new()
    {
        Feature = [0],
        Threshold = [threshold],
        Left = [~0],
        Right = [~1],
        MissingLeft = [missingLeft],
        CategoryStart = [-1],
        CategoryWords = [0],
        CategoryBits = [],
        Leaves = leaves,
    };

    /// <summary>One category split of an input; leaf 0 is left, for the codes of the set.</summary>
    internal static Tree SetStump(int input, int[] codes, params double[] leaves)
    {
        var bits = new uint[(codes.Max() / 32) + 1];
        foreach (var code in codes)
        {
            bits[code / 32] |= 1u << (code % 32);
        }

        return new()
        {
            Feature = [input],
            Threshold = [0],
            Left = [~0],
            Right = [~1],
            MissingLeft = [false],
            CategoryStart = [0],
            CategoryWords = [bits.Length],
            CategoryBits = bits,
            Leaves = leaves,
        };
    }

    /// <summary>A tree of random splits of numbers and sets, the nodes in the order in which they were split.</summary>
    internal static Tree Random(Random random, IReadOnlyList<FormInput> inputs, int nodes, int width)
    {
        var (feature, threshold, missing) = (new int[nodes], new double[nodes], new bool[nodes]);
        var (left, right, start, words) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        var bits = new List<uint>();
        var open = new List<(int Node, bool IsLeft)>();
        for (var node = 0; node < nodes; node++)
        {
            if (node > 0)
            {
                var place = random.Next(open.Count);
                (open[place].IsLeft ? left : right)[open[place].Node] = node;
                open.RemoveAt(place);
            }

            open.AddRange([(node, true), (node, false)]);
            feature[node] = random.Next(inputs.Count);
            var isSet = inputs[feature[node]].Type == ColumnType.Category;
            start[node] = isSet ? bits.Count : -1;
            words[node] = isSet ? ((inputs[feature[node]].Levels.Count - 1) / 32) + 1 : 0;
            threshold[node] = isSet ? 0 : random.Next(-8, 8) / 4.0;
            missing[node] = !isSet && random.Next(2) == 0;
            for (var word = 0; word < words[node]; word++)
            {
                bits.Add((uint)random.NextInt64(1L << 32));
            }
        }

        for (var leaf = 0; leaf < open.Count; leaf++)
        {
            (open[leaf].IsLeft ? left : right)[open[leaf].Node] = ~leaf;
        }

        return new()
        {
            Feature = feature,
            Threshold = threshold,
            Left = left,
            Right = right,
            MissingLeft = missing,
            CategoryStart = start,
            CategoryWords = words,
            CategoryBits = [.. bits],
            Leaves = [.. Enumerable.Range(0, (nodes + 1) * width).Select(_ => random.NextDouble() - 0.5)],
        };
    }
}
