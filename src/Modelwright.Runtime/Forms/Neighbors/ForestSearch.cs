using System.Buffers;
using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>
/// Looks at the points of the leaves nearest to a row, over all trees, until it has seen enough of them. Finds most of the
/// true neighbours, and the same ones every time.
/// </summary>
/// <remarks>Hot; measured by Modelwright.Benchmarks, NeighborSearch.</remarks>
internal sealed class ForestSearch(NeighborPoints points, PointForest forest) : IPointSearch
{
    private readonly float[] _values = points.Values;
    private readonly int _axes = points.Space.Inputs.Count;
    private readonly int _count = points.Count;
    private readonly bool _isManhattan = points.Space.Metric == NeighborMetric.Manhattan;
    private readonly int _trees = forest.Trees(points.Count);

    /// <inheritdoc/>
    public float[] Values => _values;

    /// <inheritdoc/>
    public void Find(ReadOnlySpan<float> places, int most, Span<ulong> keys)
    {
        NearestKeys.Clear(keys);
        var wanted = Math.Max(points.Candidates, most);
        var seen = ArrayPool<ulong>.Shared.Rent((_count + 63) / 64);
        var found = ArrayPool<int>.Shared.Rent((int)Math.Min(_count, (long)wanted + LargestLeaf));
        var queue = new PriorityQueue<int, ulong>();
        try
        {
            Array.Clear(seen);
            for (var row = 0; row < keys.Length / most; row++)
            {
                var place = places.Slice(row * _axes, _axes);
                var heap = keys.Slice(row * most, most);
                var count = Gather(place, wanted, seen, found, queue);
                Compare(place, found.AsSpan(0, count), seen, heap);
                heap.Sort();
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(seen);
            ArrayPool<int>.Shared.Return(found);
        }
    }

    private int LargestLeaf => (_count >> forest.Depth) + 1;

    /// <summary>Goes down from the nearest branch left, and keeps the other side of each cut for later, as near as its cut is.</summary>
    private int Gather(ReadOnlySpan<float> place, int wanted, ulong[] seen, int[] found, PriorityQueue<int, ulong> queue)
    {
        queue.Clear();
        var leaves = 1 << forest.Depth;
        for (var tree = 0; tree < _trees; tree++)
        {
            Push(queue, (2 * leaves * tree) + 1, 0);
        }

        var count = 0;
        while (count < wanted && queue.TryDequeue(out var entry, out var key))
        {
            var (tree, node) = (entry / (2 * leaves), entry % (2 * leaves));
            var bound = NearestKeys.Distance(key);
            while (node < leaves)
            {
                var margin = MarginAt(place, (tree * forest.CutsOfTree) + node - 1);
                var near = (2 * node) + (margin <= 0 ? 0 : 1);
                Push(queue, (2 * leaves * tree) + (near ^ 1), Math.Max(bound, Math.Abs(margin)));
                node = near;
            }

            count = Take(tree, node - leaves, seen, found, count);
        }

        return count;
    }

    private static void Push(PriorityQueue<int, ulong> queue, int entry, float bound) => queue.Enqueue(entry, NearestKeys.Key(bound, entry));

    private float MarginAt(ReadOnlySpan<float> place, int cut) =>
        PointForest.Margin(place, Point(forest.First[cut]), Point(forest.Second[cut])) - forest.Cuts[cut];

    private ReadOnlySpan<float> Point(int point) => _values.AsSpan(point * _axes, _axes);

    private int Take(int tree, int leaf, ulong[] seen, int[] found, int count)
    {
        var from = (int)(((long)_count * leaf) >> forest.Depth);
        var to = (int)(((long)_count * (leaf + 1)) >> forest.Depth);
        foreach (var point in forest.Order.AsSpan((tree * _count) + from, to - from))
        {
            ref var word = ref seen[point >> 6];
            var bit = 1UL << point;
            if ((word & bit) == 0)
            {
                word |= bit;
                found[count++] = point;
            }
        }

        return count;
    }

    private void Compare(ReadOnlySpan<float> place, ReadOnlySpan<int> found, ulong[] seen, Span<ulong> heap)
    {
        foreach (var point in found)
        {
            seen[point >> 6] = 0;
            NearestKeys.Offer(heap, NearestKeys.Key(Distance(place, Point(point)), point));
        }
    }

    /// <summary>Eight sums side by side, added in order, then the axes left over.</summary>
    private float Distance(ReadOnlySpan<float> place, ReadOnlySpan<float> other)
    {
        var sums = Vector256<float>.Zero;
        var axis = 0;
        for (; axis <= place.Length - Vector256<float>.Count; axis += Vector256<float>.Count)
        {
            var difference = Vector256.Create(place.Slice(axis, Vector256<float>.Count)) - Vector256.Create(other.Slice(axis, Vector256<float>.Count));
            sums += _isManhattan ? Vector256.Abs(difference) : difference * difference;
        }

        var sum = PointForest.Sum(sums);
        for (; axis < place.Length; axis++)
        {
            var difference = place[axis] - other[axis];
            sum += _isManhattan ? Math.Abs(difference) : difference * difference;
        }

        return sum;
    }
}
