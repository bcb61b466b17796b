using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>
/// Adds up what each input contributes to the raw scores of rows: block by block of rows, tree after tree, leaf after leaf, so that a
/// row's sums have the same bits in any block. Holds working memory: one a call.
/// </summary>
internal sealed class TreeExplainer
{
    /// <summary>A tree of more splits on the way to a leaf is not explained: the work grows with the square of the way.</summary>
    internal const int MostDepth = 2_048;

    private const int LargestBlock = 512;

    /// <summary>Numbers that the sums of a block hold at most, where the smallest block allows.</summary>
    private const int BlockNumbers = 1 << 20;

    private readonly TreeEnsemble _ensemble;
    private readonly int _width;
    private readonly int[] _used;
    private readonly int[] _slots;
    private readonly LeafShares _leaf = new();
    private readonly SplitBits _splits = new();
    private readonly List<TreePaths.PathStep> _path = [];
    private readonly List<int> _wayInputs = [];
    private readonly int[] _wayPlaces;
    private double[] _shares = [];
    private ulong[] _bits = [];
    private Vector256<double>[] _found = [];

    /// <summary>Prepares for an ensemble with covers.</summary>
    /// <param name="ensemble">Sound trees.</param>
    /// <param name="width">Values a leaf.</param>
    internal TreeExplainer(TreeEnsemble ensemble, int width)
    {
        (_ensemble, _width) = (ensemble, width);
        _used = [.. ensemble.Trees.SelectMany(tree => tree.Feature).Distinct().Order()];
        _slots = new int[ensemble.Inputs.Count];
        for (var slot = 0; slot < _used.Length; slot++)
        {
            _slots[_used[slot]] = slot;
        }

        _wayPlaces = new int[_used.Length];
        Array.Fill(_wayPlaces, -1);
        var rows = LargestBlock;
        while (rows > LeafShares.WordRows && rows * (long)_used.Length * (ensemble.Outputs + 1) > BlockNumbers)
        {
            rows /= 2;
        }

        BlockRows = rows;
    }

    /// <summary>Rows of a full block: a power of two from 64.</summary>
    internal int BlockRows { get; }

    /// <summary>Explains a block.</summary>
    /// <param name="values">Rows x inputs, at most <see cref="BlockRows"/> rows.</param>
    /// <param name="divisors">For each output, what its sum is divided by.</param>
    /// <param name="output">Rows x outputs x inputs; overwritten.</param>
    internal void Explain(ReadOnlySpan<double> values, ReadOnlySpan<double> divisors, Span<double> output)
    {
        output.Clear();
        var inputs = _ensemble.Inputs.Count;
        if (_used.Length == 0)
        {
            return;
        }

        var count = values.Length / inputs;
        var words = (count + LeafShares.WordRows - 1) / LeafShares.WordRows;
        var rows = words * LeafShares.WordRows;
        var columns = new double[rows * _used.Length];
        var sums = new double[rows * _used.Length * _ensemble.Outputs];
        for (var slot = 0; slot < _used.Length; slot++)
        {
            for (var row = 0; row < count; row++)
            {
                columns[(slot * rows) + row] = values[(row * inputs) + _used[slot]];
            }
        }

        for (var tree = 0; tree < _ensemble.Trees.Count; tree++)
        {
            Add(_ensemble.Trees[tree], tree % _ensemble.Outputs, columns, count, sums);
        }

        for (var row = 0; row < count; row++)
        {
            for (var place = 0; place < divisors.Length * _used.Length; place++)
            {
                var (target, slot) = (place / _used.Length, place % _used.Length);
                output[(((row * divisors.Length) + target) * inputs) + _used[slot]] = sums[(place * rows) + row] / divisors[target];
            }
        }
    }

    private void Add(Tree tree, int output, double[] columns, int count, double[] sums)
    {
        if (tree.NodeCount == 0)
        {
            return;
        }

        var words = (count + LeafShares.WordRows - 1) / LeafShares.WordRows;
        var paths = new TreePaths(tree);
        _splits.Ask(tree, _slots, columns, words);
        for (var leaf = 0; leaf < tree.LeafCount; leaf++)
        {
            Merge(tree, paths, leaf, words);
            var values = tree.Leaves.AsSpan(leaf * _width, _width);
            for (var row = 0; row < count; row += LeafShares.Lanes)
            {
                _leaf.Explain(_bits, words, row, _found);
                AddFound(values, output, row, words * LeafShares.WordRows, sums);
            }
        }
    }

    /// <summary>Merges the splits of one input on the way to a leaf into one.</summary>
    private void Merge(Tree tree, TreePaths paths, int leaf, int words)
    {
        paths.Walk(leaf, _path);
        _wayInputs.Clear();
        if (_shares.Length < _path.Count)
        {
            _shares = new double[_path.Count];
            _found = new Vector256<double>[_path.Count];
        }

        if (_bits.Length < _path.Count * words)
        {
            _bits = new ulong[_path.Count * words];
        }

        foreach (var step in _path)
        {
            var slot = _slots[tree.Feature[step.Node]];
            var place = _wayPlaces[slot];
            if (place < 0)
            {
                place = _wayPlaces[slot] = _wayInputs.Count;
                _wayInputs.Add(slot);
                _shares[place] = 1;
                _bits.AsSpan(place * words, words).Fill(ulong.MaxValue);
            }

            _shares[place] *= step.Share;
            _splits.Keep(step.Node, step.IsLeft, _bits.AsSpan(place * words, words));
        }

        foreach (var slot in _wayInputs)
        {
            _wayPlaces[slot] = -1;
        }

        _leaf.Take(_shares.AsSpan(0, _wayInputs.Count));
    }

    private void AddFound(ReadOnlySpan<double> values, int output, int row, int rows, double[] sums)
    {
        for (var value = 0; value < values.Length; value++)
        {
            var weight = Vector256.Create(values[value]);
            var first = (_width == 1 ? output : value) * _used.Length;
            for (var place = 0; place < _wayInputs.Count; place++)
            {
                var at = ((first + _wayInputs[place]) * rows) + row;
                ref var sum = ref sums[at];
                (Vector256.LoadUnsafe(ref sum) + (_found[place] * weight)).StoreUnsafe(ref sum);
            }
        }
    }
}
