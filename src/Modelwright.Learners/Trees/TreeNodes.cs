using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Learners.Trees;

/// <summary>A tree as it grows: its nodes and leaves in lists, parents before children.</summary>
internal sealed class TreeNodes
{
    private readonly List<int> _feature = [];
    private readonly List<double> _threshold = [];
    private readonly List<int> _left = [];
    private readonly List<int> _right = [];
    private readonly List<bool> _missingLeft = [];
    private readonly List<int> _categoryStart = [];
    private readonly List<int> _categoryWords = [];
    private readonly List<uint> _categoryBits = [];
    private readonly List<int> _covers = [];

    /// <summary>The leaf values so far.</summary>
    public List<double> Leaves { get; } = [];

    /// <summary>Names the next leaf, whose values were just added.</summary>
    /// <param name="cover">Drawn rows that ended in it; a row counts as often as it was drawn.</param>
    /// <returns>The leaf as a child.</returns>
    public int AddLeaf(int cover)
    {
        _covers.Add(cover);
        return ~(_covers.Count - 1);
    }

    /// <summary>Adds a node, its children not known yet.</summary>
    /// <returns>The node as a child, and whether the low side is its left side.</returns>
    public (int Node, bool LowIsLeft) Add(Split split, BinnedColumn column)
    {
        _feature.Add(split.Column);
        _left.Add(0);
        _right.Add(0);
        return column.IsCategory ? AddSet(split, column) : AddNumber(split);
    }

    /// <summary>Hangs a child under its parent.</summary>
    public void Link(int parent, bool isLeft, int child)
    {
        if (parent >= 0)
        {
            (isLeft ? _left : _right)[parent] = child;
        }
    }

    /// <summary>The finished tree.</summary>
    public Tree ToTree() => new()
    {
        Feature = [.. _feature],
        Threshold = [.. _threshold],
        Left = [.. _left],
        Right = [.. _right],
        MissingLeft = [.. _missingLeft],
        CategoryStart = [.. _categoryStart],
        CategoryWords = [.. _categoryWords],
        CategoryBits = [.. _categoryBits],
        Leaves = [.. Leaves],
        Covers = _feature.Count > 0 ? [.. _covers] : [],
    };

    private (int Node, bool LowIsLeft) AddNumber(Split split)
    {
        _threshold.Add(split.Threshold);
        _missingLeft.Add(split.MissingLow);
        _categoryStart.Add(-1);
        _categoryWords.Add(0);
        return (_feature.Count - 1, true);
    }

    /// <summary>In a form, codes outside the set go right, missing ones too: so the side without missing values is the left one.</summary>
    private (int Node, bool LowIsLeft) AddSet(Split split, BinnedColumn column)
    {
        _threshold.Add(0);
        _missingLeft.Add(false);
        _categoryStart.Add(_categoryBits.Count);
        var (first, last) = split.MissingLow ? (split.Bin + 1, column.Count - 1) : (0, split.Bin);
        var words = (last / 32) + 1;
        _categoryWords.Add(words);
        for (var word = 0; word < words; word++)
        {
            var bits = 0U;
            for (var bit = 0; bit < 32; bit++)
            {
                var code = (word * 32) + bit;
                bits |= code >= first && code <= last ? 1U << bit : 0;
            }

            _categoryBits.Add(bits);
        }

        return (_feature.Count - 1, !split.MissingLow);
    }
}
