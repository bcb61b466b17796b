using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Modelwright.Runtime.Forms.Trees.Codes;

// Hot kernel; measured by Modelwright.Benchmarks.TreeScoring.

/// <summary>
/// A tree of few leaves over <see cref="RowCodes{T}"/>, for a block of rows at once. Each node halves the rows that reach it: those that go left
/// and those that go right are masks, a code a row; a leaf writes its number where its mask is set. Nothing waits for the way of a single row, and
/// nothing has to be guessed.
/// </summary>
/// <typeparam name="T">The kind of code.</typeparam>
/// <remarks>
/// Answers the leaf of <see cref="Tree.LeafOf"/>. Immutable; safe from any thread. In the line of Lucchese and others 2015, <i>QuickScorer: a fast
/// algorithm to rank documents with additive ensembles of regression trees</i>, which rules leaves out, a row at a time.
/// </remarks>
internal sealed class CodedTree<T>
    where T : unmanaged, IBinaryInteger<T>, IUnsignedNumber<T>, IMinMaxValue<T>
{
    private const int SetBytes = 32;
    private const int WordBits = 32;

    private readonly Node[] _nodes;
    private readonly byte[] _sets;
    private readonly Tree _tree;

    /// <summary>Lays a sound tree out.</summary>
    /// <param name="tree">The tree, of no more leaves than there are codes.</param>
    /// <param name="codes">What its nodes ask.</param>
    internal CodedTree(Tree tree, RowCodes<T> codes)
    {
        _tree = tree;
        var sets = new List<byte>();
        _nodes = [.. Enumerable.Range(0, tree.NodeCount).Select(node => tree.CategoryStart[node] < 0
            ? new Node(codes.SlotOf(tree.Feature[node], tree.MissingLeft[node]), codes.LargestLeft(tree.Feature[node], tree.Threshold[node]), tree.Left[node], tree.Right[node], -1)
            : new Node(codes.SlotOf(tree.Feature[node], missingLeft: false), T.Zero, tree.Left[node], tree.Right[node], Add(sets, tree, node)))];
        _sets = [.. sets];
    }

    /// <summary>Masks that the search needs room for.</summary>
    internal int Masks => _nodes.Length;

    /// <summary>Finds the leaf of every row.</summary>
    /// <param name="codes">The codes of the rows.</param>
    /// <param name="masks">Room for <see cref="Masks"/> masks of a block each.</param>
    /// <param name="leaves">Gets the number of each row's leaf, for all rows of whole vectors that begin among them.</param>
    /// <param name="rows">Number of rows.</param>
    internal void Find(ReadOnlySpan<T> codes, Span<T> masks, Span<T> leaves, int rows)
    {
        var whole = Vector512.IsHardwareAccelerated ? Vector512<T>.Count : Vector256<T>.Count;
        var length = Math.Min((rows + whole - 1) / whole * whole, leaves.Length);
        leaves[..length].Clear();
        if (_nodes.Length == 0)
        {
            return;
        }

        masks[..length].Fill(T.AllBitsSet);
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var mask = ref MemoryMarshal.GetReference(masks);
        ref var leaf = ref MemoryMarshal.GetReference(leaves);
        for (var place = 0; place < _nodes.Length; place++)
        {
            ref readonly var node = ref _nodes[place];
            ref var reached = ref Unsafe.Add(ref mask, place * RowCodes<T>.BlockRows);
            ref var asked = ref Unsafe.Add(ref code, node.Slot * RowCodes<T>.BlockRows);
            var left = new Child(ref To(ref leaf, ref mask, node.Left), node.Left);
            var right = new Child(ref To(ref leaf, ref mask, node.Right), node.Right);
            if (node.Set < 0 && Vector512.IsHardwareAccelerated)
            {
                AskWideNumbers(node.LargestLeft, ref asked, ref reached, new(ref To(ref leaf, ref mask, node.Left), node.Left), new(ref To(ref leaf, ref mask, node.Right), node.Right), length);
            }
            else if (typeof(T) == typeof(byte) && node.Set >= 0 && Vector512.IsHardwareAccelerated && Avx512Vbmi.IsSupported)
            {
                AskWideBits(node.Set, ref Unsafe.As<T, byte>(ref asked), ref reached, new(ref To(ref leaf, ref mask, node.Left), node.Left), new(ref To(ref leaf, ref mask, node.Right), node.Right), length);
            }
            else if (node.Set < 0)
            {
                AskNumbers(node.LargestLeft, ref asked, ref reached, left, right, length);
            }
            else if (typeof(T) == typeof(byte))
            {
                AskBits(node.Set, ref Unsafe.As<T, byte>(ref asked), ref reached, left, right, length);
            }
            else
            {
                AskCodes(place, ref asked, ref reached, left, right, length);
            }
        }
    }

    private static ref T To(ref T leaf, ref T mask, int child) => ref child < 0 ? ref leaf : ref Unsafe.Add(ref mask, child * RowCodes<T>.BlockRows);

    private static void AskNumbers(T largestLeft, ref T asked, ref T reached, Child left, Child right, int length)
    {
        var bound = Vector256.Create(largestLeft);
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector256<T>.Count)
        {
            var isLeft = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref asked, row), bound);
            var rows = Vector256.LoadUnsafe(ref reached, row);
            left.Take(rows & isLeft, row);
            right.Take(Vector256.AndNot(rows, isLeft), row);
        }
    }

    private static void AskWideNumbers(T largestLeft, ref T asked, ref T reached, WideChild left, WideChild right, int length)
    {
        var bound = Vector512.Create(largestLeft);
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector512<T>.Count)
        {
            var isLeft = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref asked, row), bound);
            var rows = Vector512.LoadUnsafe(ref reached, row);
            left.Take(rows & isLeft, row);
            right.Take(Vector512.AndNot(rows, isLeft), row);
        }
    }

    // Behind the 32 bytes of a set stand as many zeros, where the place of a code that is in no set is looked for.
    private void AskWideBits(int set, ref byte asked, ref T reached, WideChild left, WideChild right, int length)
    {
        var table = Vector512.Create(Vector256.LoadUnsafe(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sets), set)), Vector256<byte>.Zero);
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector512<byte>.Count)
        {
            var bits = Vector512.LoadUnsafe(ref asked, row + (nuint)RowCodes<T>.BlockRows);
            var found = Avx512Vbmi.PermuteVar64x8(table, Vector512.LoadUnsafe(ref asked, row));
            var isLeft = Vector512.Equals(found & bits, bits).As<byte, T>();
            var rows = Vector512.LoadUnsafe(ref reached, row);
            left.Take(rows & isLeft, row);
            right.Take(Vector512.AndNot(rows, isLeft), row);
        }
    }

    // A set is 32 bytes: one column of the block says in which of them a code's bit stands, the next one which bit it is.
    private void AskBits(int set, ref byte asked, ref T reached, Child left, Child right, int length)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sets), set);
        var (low, high) = (Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, SetBytes / 2));
        var half = Vector128.Create((byte)(SetBytes / 2));
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector256<byte>.Count)
        {
            var places = Vector256.LoadUnsafe(ref asked, row);
            var bits = Vector256.LoadUnsafe(ref asked, row + (nuint)RowCodes<T>.BlockRows);
            var (lower, upper) = (places.GetLower(), places.GetUpper());
            var found = Vector256.Create(
                Vector128.Shuffle(low, lower) | Vector128.Shuffle(high, lower - half),
                Vector128.Shuffle(low, upper) | Vector128.Shuffle(high, upper - half));
            var isLeft = Vector256.Equals(found & bits, bits).As<byte, T>();
            var rows = Vector256.LoadUnsafe(ref reached, row);
            left.Take(rows & isLeft, row);
            right.Take(Vector256.AndNot(rows, isLeft), row);
        }
    }

    private void AskCodes(int node, ref T asked, ref T reached, Child left, Child right, int length)
    {
        Span<T> found = stackalloc T[RowCodes<T>.BlockRows];
        for (var row = 0; row < length; row++)
        {
            found[row] = _tree.Holds(node, int.CreateTruncating(Unsafe.Add(ref asked, row))) ? T.AllBitsSet : T.Zero;
        }

        ref var first = ref MemoryMarshal.GetReference(found);
        for (nuint row = 0; row < (nuint)length; row += (nuint)Vector256<T>.Count)
        {
            var isLeft = Vector256.LoadUnsafe(ref first, row);
            var rows = Vector256.LoadUnsafe(ref reached, row);
            left.Take(rows & isLeft, row);
            right.Take(Vector256.AndNot(rows, isLeft), row);
        }
    }

    private static int Add(List<byte> sets, Tree tree, int node)
    {
        var start = sets.Count;
        for (var place = 0; place < SetBytes && typeof(T) == typeof(byte); place++)
        {
            var word = place * 8 / WordBits;
            sets.Add(word < tree.CategoryWords[node] ? (byte)(tree.CategoryBits[tree.CategoryStart[node] + word] >> (place * 8 % WordBits)) : (byte)0);
        }

        return start;
    }

    private readonly record struct Node(int Slot, T LargestLeft, int Left, int Right, int Set);

    /// <summary>Where the rows of one side go: a mask of their own, or their leaf's number.</summary>
    private readonly ref struct Child
    {
        private readonly ref T _to;
        private readonly Vector256<T> _number;
        private readonly bool _isLeaf;

        internal Child(ref T to, int child)
        {
            _to = ref to;
            _isLeaf = child < 0;
            _number = Vector256.Create(T.CreateTruncating(~child));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Take(Vector256<T> rows, nuint row) =>
            (_isLeaf ? (rows & _number) | Vector256.LoadUnsafe(ref _to, row) : rows).StoreUnsafe(ref _to, row);
    }

    /// <summary>The same, 64 bytes at a time.</summary>
    private readonly ref struct WideChild
    {
        private readonly ref T _to;
        private readonly Vector512<T> _number;
        private readonly bool _isLeaf;

        internal WideChild(ref T to, int child)
        {
            _to = ref to;
            _isLeaf = child < 0;
            _number = Vector512.Create(T.CreateTruncating(~child));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Take(Vector512<T> rows, nuint row) =>
            (_isLeaf ? (rows & _number) | Vector512.LoadUnsafe(ref _to, row) : rows).StoreUnsafe(ref _to, row);
    }
}
