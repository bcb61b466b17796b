using System.Globalization;
using Modelwright.Runtime.Forms.Trees;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Reads trees from LightGBM's model text, to the bit: it writes every number with 17 digits.</summary>
/// <remarks>Source: LightGBM 4, Tree::ToString and the decision rules of tree.h.</remarks>
internal static class TreeText
{
    private const int IsCategory = 1;
    private const int IsDefaultLeft = 2;
    private const int MissingShift = 2;
    private const int MissingIsNaN = 2;

    /// <summary>Adds the trees of a text in order.</summary>
    /// <param name="text">One saved model in UTF-8.</param>
    /// <param name="scale">What leaf values are multiplied by.</param>
    /// <param name="trees">Where they go.</param>
    internal static void Read(ReadOnlySpan<byte> text, double scale, List<Tree> trees)
    {
        Draft? draft = null;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (line.StartsWith("Tree="u8))
            {
                draft = new();
            }
            else if (draft is not null && line.IsEmpty)
            {
                trees.Add(draft.Finish(scale));
                draft = null;
            }
            else if (line.IndexOf((byte)'=') is > 0 and var equals)
            {
                draft?.Set(line[..equals], line[(equals + 1)..]);
            }
        }
    }

    /// <summary>One tree while its lines come in.</summary>
    private sealed class Draft
    {
        private int[] _feature = [];
        private double[] _threshold = [];
        private int[] _decision = [];
        private int[] _left = [];
        private int[] _right = [];
        private double[] _leaves = [];
        private int[] _covers = [];
        private int[] _setStart = [];
        private uint[] _setBits = [];

        internal void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            if (name.SequenceEqual("split_feature"u8))
            {
                _feature = Integers(value);
            }
            else if (name.SequenceEqual("threshold"u8))
            {
                _threshold = Numbers(value);
            }
            else if (name.SequenceEqual("decision_type"u8))
            {
                _decision = Integers(value);
            }
            else if (name.SequenceEqual("left_child"u8))
            {
                _left = Integers(value);
            }
            else if (name.SequenceEqual("right_child"u8))
            {
                _right = Integers(value);
            }
            else if (name.SequenceEqual("leaf_value"u8))
            {
                _leaves = Numbers(value);
            }
            else if (name.SequenceEqual("leaf_count"u8))
            {
                _covers = Integers(value);
            }
            else if (name.SequenceEqual("cat_boundaries"u8))
            {
                _setStart = Integers(value);
            }
            else if (name.SequenceEqual("cat_threshold"u8))
            {
                _setBits = Array.ConvertAll(Words(value), word => checked((uint)word));
            }
        }

        internal Tree Finish(double scale)
        {
            var nodes = _feature.Length;
            var missingLeft = new bool[nodes];
            var start = new int[nodes];
            var words = new int[nodes];
            for (var node = 0; node < nodes; node++)
            {
                start[node] = -1;
                if ((_decision[node] & IsCategory) != 0)
                {
                    var set = (int)_threshold[node];
                    start[node] = _setStart[set];
                    words[node] = _setStart[set + 1] - _setStart[set];
                    _threshold[node] = 0;
                }
                else
                {
                    missingLeft[node] = GoesLeftWhenMissing(_decision[node], _threshold[node]);
                }
            }

            return new()
            {
                Feature = _feature,
                Threshold = _threshold,
                Left = _left,
                Right = _right,
                MissingLeft = missingLeft,
                CategoryStart = start,
                CategoryWords = words,
                CategoryBits = _setBits,
                Leaves = Array.ConvertAll(_leaves, leaf => leaf * scale),
                Covers = nodes > 0 && _covers.Length == _leaves.Length && !_covers.AsSpan().ContainsAnyInRange(int.MinValue, 0) ? _covers : [],
            };
        }

        // A column without missing values when training is asked as if a missing value were 0.
        private static bool GoesLeftWhenMissing(int decision, double threshold) =>
            decision >> MissingShift == MissingIsNaN ? (decision & IsDefaultLeft) != 0 : threshold >= 0;
    }

    private static int[] Integers(ReadOnlySpan<byte> text) => Array.ConvertAll(Words(text), word => checked((int)word));

    private static double[] Numbers(ReadOnlySpan<byte> text)
    {
        var numbers = new double[Count(text)];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = Number(Next(ref text));
        }

        return numbers;
    }

    // A split of all values from the missing ones has an open bound, written as the C library does.
    private static double Number(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("inf"u8) ? double.PositiveInfinity : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whole numbers, signed or of 32 bits without a sign.</summary>
    private static long[] Words(ReadOnlySpan<byte> text)
    {
        var words = new long[Count(text)];
        for (var index = 0; index < words.Length; index++)
        {
            words[index] = long.Parse(Next(ref text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        return words;
    }

    private static int Count(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : text.Trim((byte)' ').Count((byte)' ') + 1;

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)' ');
        var word = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return word;
    }
}
