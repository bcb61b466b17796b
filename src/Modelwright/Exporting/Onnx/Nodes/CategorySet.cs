using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>The codes that go left at a category split. Equal where the codes are.</summary>
internal sealed class CategorySet : IEquatable<CategorySet>
{
    private readonly uint[] _words;

    /// <summary>Takes the set of a node; words of nothing at its end are left out.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="node">A category split of it.</param>
    internal CategorySet(Tree tree, int node)
    {
        var words = tree.CategoryBits.AsSpan(tree.CategoryStart[node], tree.CategoryWords[node]);
        _words = words.TrimEnd(0u).ToArray();
    }

    /// <inheritdoc/>
    public bool Equals(CategorySet? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CategorySet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    /// <summary>The codes, ascending.</summary>
    internal IEnumerable<int> Codes()
    {
        for (var code = 0; code < _words.Length * 32; code++)
        {
            if ((_words[code >> 5] >> (code & 31) & 1) != 0)
            {
                yield return code;
            }
        }
    }
}
