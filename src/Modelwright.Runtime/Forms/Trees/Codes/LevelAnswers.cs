using System.Numerics;
using System.Runtime.InteropServices;

namespace Modelwright.Runtime.Forms.Trees.Codes;

/// <summary>For each level of a category, what all nodes that ask it answer: 64 bits for two trees, 1 where the row goes left.</summary>
/// <remarks>A missing value, an unseen level and a code in no set answer nothing: such a row goes right everywhere. Immutable; safe from any thread.</remarks>
internal sealed class LevelAnswers
{
    private const int NodesOfTree = 32;
    private const int WordBits = 32;

    /// <summary>Levels times pairs of trees, all inputs together: 1 MiB.</summary>
    private const long MostWords = 1 << 17;

    private readonly ulong[] _words;
    private readonly int _pairs;
    private readonly int _levels;

    private LevelAnswers(int input, Tree[] trees, int levels)
    {
        (Input, _pairs, _levels) = (input, (trees.Length + 1) / 2, levels);
        _words = new ulong[levels * _pairs];
        foreach (var (place, tree) in trees.Index())
        {
            for (var node = 0; node < tree.NodeCount; node++)
            {
                if (tree.CategoryStart[node] >= 0 && tree.Feature[node] == input)
                {
                    Write(tree, node, place);
                }
            }
        }
    }

    /// <summary>The input whose levels these are.</summary>
    internal int Input { get; }

    /// <summary>Works out what the sets of trees say.</summary>
    /// <param name="trees">Sound trees of at most 32 nodes.</param>
    /// <returns>One for each category that is asked; null where there are so many levels that the answers would leave the processor's nearer memory.</returns>
    internal static LevelAnswers[]? Of(Tree[] trees)
    {
        var levels = new SortedDictionary<int, int>();
        foreach (var tree in trees)
        {
            for (var node = 0; node < tree.NodeCount; node++)
            {
                if (tree.CategoryStart[node] >= 0)
                {
                    var input = tree.Feature[node];
                    levels[input] = Math.Max(levels.GetValueOrDefault(input), LevelsOf(tree, node));
                }
            }
        }

        return levels.Values.Sum(count => (long)count) * ((trees.Length + 1) / 2) <= MostWords
            ? [.. levels.Select(entry => new LevelAnswers(entry.Key, trees, entry.Value))]
            : null;
    }

    /// <summary>Adds the answers of the nodes that ask the input.</summary>
    /// <param name="left">64 bits for two trees.</param>
    /// <param name="value">The code of the row's level.</param>
    internal void AddTo(Span<ulong> left, double value)
    {
        var code = (int)value;
        if ((uint)code >= (uint)_levels)
        {
            return;
        }

        var words = _words.AsSpan(code * _pairs, _pairs);
        var to = MemoryMarshal.Cast<ulong, Vector<ulong>>(left);
        var from = MemoryMarshal.Cast<ulong, Vector<ulong>>(words);
        for (var place = 0; place < from.Length; place++)
        {
            to[place] |= from[place];
        }

        for (var pair = from.Length * Vector<ulong>.Count; pair < _pairs; pair++)
        {
            left[pair] |= words[pair];
        }
    }

    // Up to the last that is in the set: what comes behind it answers nothing, as a level without a place does.
    private static int LevelsOf(Tree tree, int node)
    {
        for (var word = tree.CategoryWords[node] - 1; word >= 0; word--)
        {
            if (tree.CategoryBits[tree.CategoryStart[node] + word] is > 0 and var bits)
            {
                return ((word + 1) * WordBits) - BitOperations.LeadingZeroCount(bits);
            }
        }

        return 0;
    }

    private void Write(Tree tree, int node, int place)
    {
        for (var code = 0; code < _levels; code++)
        {
            if (tree.Holds(node, code))
            {
                _words[(code * _pairs) + (place / 2)] |= 1UL << ((place % 2 * NodesOfTree) + node);
            }
        }
    }
}
