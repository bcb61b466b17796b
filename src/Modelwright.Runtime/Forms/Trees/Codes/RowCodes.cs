using System.Numerics;
using System.Runtime.CompilerServices;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Benchmarks.TreeScoring.

/// <summary>
/// Values of rows as small whole numbers that split as the values do: a number by how high it stands on the steps of its thresholds, a
/// category by its code. They are worked out once a row, however many nodes ask.
/// </summary>
/// <typeparam name="T">The kind of code: a byte, or two.</typeparam>
/// <remarks>Exact: nothing is rounded. Immutable; safe from any thread.</remarks>
internal sealed class RowCodes<T>
    where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>, IMinMaxValue<T>
{
    private const int WordBits = 32;
    private const int ByteBits = 8;

    private readonly Asked[] _asked;
    private readonly int[] _places;

    private RowCodes(Asked[] asked, int[] places, int slots) => (_asked, _places, Slots) = (asked, places, slots);

    /// <summary>Rows of a block: so many that what a node does not know of the next one is spread over them.</summary>
    internal static int BlockRows => 512 / Unsafe.SizeOf<T>();

    /// <summary>Columns of codes a block has.</summary>
    internal int Slots { get; }

    /// <summary>Whether codes are bytes; then a category has two columns: where its bit is in a set, and which it is.</summary>
    private static bool IsByte => typeof(T) == typeof(byte);

    /// <summary>Looks at what trees ask.</summary>
    /// <param name="trees">Sound trees.</param>
    /// <param name="inputs">What they ask.</param>
    /// <returns>The codes; null where some do not fit.</returns>
    internal static RowCodes<T>? Of(IReadOnlyList<Tree> trees, IReadOnlyList<FormInput> inputs)
    {
        var nodes = trees.SelectMany(tree => Enumerable.Range(0, tree.NodeCount).Select(node => (Tree: tree, Node: node))).ToArray();
        if (!Array.TrueForAll(nodes, split => Fits(split.Tree, split.Node)))
        {
            return null;
        }

        var (asked, places, slots) = (new List<Asked>(), new int[inputs.Count], 0);
        foreach (var splits in nodes.GroupBy(split => split.Tree.Feature[split.Node]).OrderBy(group => group.Key))
        {
            places[splits.Key] = asked.Count;
            asked.Add(inputs[splits.Key].Type == ColumnType.Category ? new(splits.Key, null, slots, -1) : Number(splits, slots));
            if (asked[^1].Steps is { } steps && steps.Count >= Most)
            {
                return null;
            }

            slots += asked[^1].Columns;
        }

        return new([.. asked], places, slots);
    }

    private static Asked Number(IGrouping<int, (Tree Tree, int Node)> splits, int slot)
    {
        var (right, left) = (splits.Any(split => !split.Tree.MissingLeft[split.Node]), splits.Any(split => split.Tree.MissingLeft[split.Node]));
        return new(splits.Key, new(splits.Select(split => split.Tree.Threshold[split.Node])), right ? slot : -1, !left ? -1 : right ? slot + 1 : slot);
    }

    /// <summary>The column that a node looks at.</summary>
    internal int SlotOf(int input, bool missingLeft) => missingLeft ? _asked[_places[input]].Left : _asked[_places[input]].Right;

    /// <summary>The largest code that a number split sends to the left.</summary>
    internal T LargestLeft(int input, double threshold) => T.CreateChecked(_asked[_places[input]].Steps!.HeightOf(threshold));

    /// <summary>Writes the codes of rows, column by column, <see cref="BlockRows"/> apart.</summary>
    /// <param name="values">Rows x inputs.</param>
    /// <param name="inputs">Values a row.</param>
    /// <param name="rows">Number of rows, at most <see cref="BlockRows"/>.</param>
    /// <param name="codes">Slots x <see cref="BlockRows"/>; what stands behind the rows stays as it is.</param>
    internal void Write(ReadOnlySpan<double> values, int inputs, int rows, Span<T> codes)
    {
        foreach (ref readonly var asked in _asked.AsSpan())
        {
            if (asked.Steps is { } steps)
            {
                var right = asked.Right < 0 ? default : codes.Slice(asked.Right * BlockRows, rows);
                var left = asked.Left < 0 ? default : codes.Slice(asked.Left * BlockRows, rows);
                WriteNumbers(values[asked.Input..], inputs, steps, right, left);
            }
            else
            {
                WriteCategories(values[asked.Input..], inputs, codes.Slice(asked.Right * BlockRows, rows), IsByte ? codes.Slice((asked.Right + 1) * BlockRows, rows) : default);
            }
        }
    }

    /// <summary>Writes the codes of the numbers of one row, a slot after the other; the slots of categories stay as they are.</summary>
    /// <param name="values">One an input.</param>
    /// <param name="codes">At least <see cref="Slots"/>.</param>
    internal void WriteNumbers(ReadOnlySpan<double> values, Span<T> codes)
    {
        foreach (ref readonly var asked in _asked.AsSpan())
        {
            if (asked.Steps is not { } steps)
            {
                continue;
            }

            var value = values[asked.Input];
            var height = T.CreateTruncating(steps.HeightOfValue(value));
            if (asked.Right >= 0)
            {
                codes[asked.Right] = double.IsNaN(value) ? T.MaxValue : height;
            }

            if (asked.Left >= 0)
            {
                codes[asked.Left] = height;
            }
        }
    }

    /// <summary>The code that stands above all steps, and in no set.</summary>
    private static int Most => int.CreateChecked(T.MaxValue);

    private static bool Fits(Tree tree, int node)
    {
        var codes = IsByte ? Most + 1 : Most;
        for (var word = codes / WordBits; word < tree.CategoryWords[node]; word++)
        {
            var isLast = word == codes / WordBits && codes % WordBits > 0;
            if (tree.CategoryBits[tree.CategoryStart[node] + word] >> (isLast ? codes % WordBits : 0) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void WriteNumbers(ReadOnlySpan<double> values, int stride, ThresholdSteps steps, Span<T> right, Span<T> left)
    {
        var rows = Math.Max(right.Length, left.Length);
        for (int row = 0, at = 0; row < rows; row++, at += stride)
        {
            var value = values[at];
            var height = T.CreateTruncating(steps.HeightOfValue(value));
            if (right.Length > 0)
            {
                right[row] = double.IsNaN(value) ? T.MaxValue : height;
            }

            if (left.Length > 0)
            {
                left[row] = height;
            }
        }
    }

    private static void WriteCategories(ReadOnlySpan<double> values, int stride, Span<T> codes, Span<T> bits)
    {
        for (int row = 0, at = 0; row < codes.Length; row++, at += stride)
        {
            var code = (int)values[at];
            if (IsByte)
            {
                codes[row] = (uint)code <= (uint)Most ? T.CreateTruncating(code / ByteBits) : T.MaxValue;
                bits[row] = T.CreateTruncating(1 << (code & (ByteBits - 1)));
            }
            else
            {
                codes[row] = (uint)code < (uint)Most ? T.CreateTruncating(code) : T.MaxValue;
            }
        }
    }

    /// <summary>An input: its steps, or null for a category; its column where missing numbers go right, and that where they go left, or -1.</summary>
    private readonly record struct Asked(int Input, ThresholdSteps? Steps, int Right, int Left)
    {
        internal int Columns => Steps is null ? (IsByte ? 2 : 1) : (Right < 0 ? 0 : 1) + (Left < 0 ? 0 : 1);
    }
}
