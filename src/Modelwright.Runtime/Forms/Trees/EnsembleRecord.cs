using System.Buffers;
using System.Runtime.InteropServices;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>How an ensemble is stored: the arrays of all trees one after another. Docs: docs/forms.md.</summary>
internal static class EnsembleRecord
{
    /// <summary>The layout that also holds the training rows of each leaf.</summary>
    internal const int VersionWithCovers = 2;

    private const int MostOutputs = 100_000;

    /// <summary>Room for values before there is a need for more.</summary>
    private const int First = 4096;

    private const byte GoesLeft = 1;
    private const byte IsCategory = 2;

    internal static void Write(IArtifactWriter writer, TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var trees = ensemble.Trees;
        InputRecord.Write(writer, ensemble.Inputs);
        writer.Integer("outputs", ensemble.Outputs);
        writer.Flag("average", ensemble.IsAverage);
        writer.Numbers("base", ensemble.Base);
        writer.Integers("nodes", [.. trees.Select(tree => tree.NodeCount)]);
        Join(trees, tree => tree.Feature, all => writer.Integers("feature", all));
        Join(trees, tree => tree.Threshold, all => writer.Numbers("threshold", all));
        Join(trees, tree => tree.Left, all => writer.Integers("left", all));
        Join(trees, tree => tree.Right, all => writer.Integers("right", all));
        Join(trees, Splits, all => writer.Bytes("split", all));
        writer.Integers("set_start", [.. trees.SelectMany(tree => Sets(tree, tree.CategoryStart))]);
        writer.Integers("set_words", [.. trees.SelectMany(tree => Sets(tree, tree.CategoryWords))]);
        writer.Integers("words", [.. trees.Select(tree => tree.CategoryBits.Length)]);
        Join(trees, tree => tree.CategoryBits, all => writer.Integers("sets", MemoryMarshal.Cast<uint, int>(all)));
        writer.Integer("width", trees.Count == 0 ? 1 : trees[0].Leaves.Length / trees[0].LeafCount);
        Join(trees, tree => tree.Leaves, all => writer.Numbers("leaves", all));
        if (ensemble.HasCovers)
        {
            Join(trees, tree => tree.NodeCount > 0 ? tree.Covers : [], all => writer.Integers("covers", all));
        }
    }

    internal static TreeEnsemble Read(IArtifactReader reader)
    {
        var outputs = reader.Integer("outputs");
        var start = reader.Numbers("base");
        if (outputs < 1 || outputs > int.MaxValue || (start.Length != outputs && start.Length != 0))
        {
            throw new ArtifactException($"The trees have {outputs} outputs and {start.Length} start scores; they must agree. Make the file again.");
        }

        if (start.Length == 0 && outputs > MostOutputs)
        {
            throw new ArtifactException($"The trees have {outputs} outputs; at most {MostOutputs} can be read. Make the file again.");
        }

        return new(InputRecord.Read(reader), new TreeArrays(reader).Trees())
        {
            Outputs = (int)outputs,
            Base = start,
            IsAverage = reader.Flag("average"),
        };
    }

    /// <summary>One array of all trees, lent for the moment: large forests are written in one go, and often.</summary>
    private static void Join<T>(IReadOnlyList<Tree> trees, Func<Tree, T[]> part, Put<T> put)
    {
        var joined = ArrayPool<T>.Shared.Rent(First);
        var count = 0;
        foreach (var tree in trees)
        {
            var values = part(tree);
            if (values.Length > joined.Length - count)
            {
                joined = Larger(joined, count, count + values.Length);
            }

            values.CopyTo(joined, count);
            count += values.Length;
        }

        put(joined.AsSpan(0, count));
        ArrayPool<T>.Shared.Return(joined);
    }

    private static T[] Larger<T>(T[] joined, int count, int least)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(least, 2 * count));
        joined.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(joined);
        return larger;
    }

    private delegate void Put<T>(ReadOnlySpan<T> values);

    private static byte[] Splits(Tree tree) =>
        [.. tree.MissingLeft.Zip(tree.CategoryStart, (left, start) => (byte)((left ? GoesLeft : 0) | (start >= 0 ? IsCategory : 0)))];

    private static IEnumerable<int> Sets(Tree tree, int[] values) => values.Where((_, node) => tree.CategoryStart[node] >= 0);

    /// <summary>The stored arrays, cut into trees. What the numbers mean is checked by the form; here only that the lengths agree.</summary>
    private sealed class TreeArrays(IArtifactReader reader)
    {
        private readonly int[] _nodes = reader.Integers("nodes");
        private readonly int[] _feature = reader.Integers("feature");
        private readonly double[] _threshold = reader.Numbers("threshold");
        private readonly int[] _left = reader.Integers("left");
        private readonly int[] _right = reader.Integers("right");
        private readonly byte[] _split = reader.Bytes("split");
        private readonly int[] _setStart = reader.Integers("set_start");
        private readonly int[] _setWords = reader.Integers("set_words");
        private readonly int[] _words = reader.Integers("words");
        private readonly int[] _sets = reader.Integers("sets");
        private readonly double[] _leaves = reader.Numbers("leaves");
        private readonly long _width = reader.Integer("width");
        private readonly int[]? _covers = reader.Integer("version") >= VersionWithCovers ? reader.Integers("covers") : null;

        internal Tree[] Trees()
        {
            CheckLengths();
            var trees = new Tree[_nodes.Length];
            int node = 0, set = 0, word = 0, leaf = 0, cover = 0;
            for (var tree = 0; tree < trees.Length; tree++)
            {
                var nodes = new Range(node, node + _nodes[tree]);
                var words = new Range(word, word + _words[tree]);
                var leaves = new Range(leaf, leaf + ((_nodes[tree] + 1) * (int)_width));
                var covers = new Range(cover, _covers is null || _nodes[tree] == 0 ? cover : cover + _nodes[tree] + 1);
                trees[tree] = Cut(nodes, words, leaves, covers, ref set);
                cover = covers.End.Value;
                (node, word, leaf) = (nodes.End.Value, words.End.Value, leaves.End.Value);
            }

            return trees;
        }

        private Tree Cut(Range nodes, Range words, Range leaves, Range covers, ref int set)
        {
            var split = _split[nodes];
            var starts = new int[split.Length];
            var lengths = new int[split.Length];
            var missingLeft = new bool[split.Length];
            for (var node = 0; node < split.Length; node++)
            {
                var isSet = (split[node] & IsCategory) != 0;
                starts[node] = isSet ? _setStart[set] : -1;
                lengths[node] = isSet ? _setWords[set] : 0;
                set += isSet ? 1 : 0;
                missingLeft[node] = (split[node] & GoesLeft) != 0;
            }

            return new()
            {
                Feature = _feature[nodes],
                Threshold = _threshold[nodes],
                Left = _left[nodes],
                Right = _right[nodes],
                MissingLeft = missingLeft,
                CategoryStart = starts,
                CategoryWords = lengths,
                CategoryBits = MemoryMarshal.Cast<int, uint>(_sets.AsSpan(words)).ToArray(),
                Leaves = _leaves[leaves],
                Covers = _covers?[covers] ?? [],
            };
        }

        private void CheckLengths()
        {
            var nodes = SoundArrays.Total(_nodes);
            var isSound = _width is >= 1 and <= int.MaxValue
                && _feature.Length == nodes && _threshold.Length == nodes && _left.Length == nodes && _right.Length == nodes && _split.Length == nodes
                && Sets(_split) is var sets and >= 0 && _setStart.Length == sets && _setWords.Length == sets
                && _words.Length == _nodes.Length && SoundArrays.Total(_words) == _sets.Length
                && (nodes + _nodes.Length) * (decimal)_width == _leaves.Length
                && (_covers is null || _covers.Length == nodes + _nodes.Count(count => count > 0));
            if (!isSound)
            {
                throw new ArtifactException($"The arrays of {_nodes.Length} trees disagree about how many nodes, sets and leaves there are. Make the file again, or fetch it again from where it was made.");
            }
        }

        private static int Sets(byte[] split)
        {
            var sets = 0;
            foreach (var flags in split)
            {
                if (flags > (GoesLeft | IsCategory))
                {
                    return -1;
                }

                sets += (flags & IsCategory) != 0 ? 1 : 0;
            }

            return sets;
        }
    }
}
