using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>Grows the trees that point to near points; tree t depends on the points, the seed and t alone.</summary>
internal sealed class ForestGrower(PointSet points, FitContext context)
{
    /// <summary>Points of a leaf at most: comparing with so many costs about as much as going down a tree.</summary>
    private const int LeafPoints = 48;

    /// <summary>Streams of chance beside those that draw rows.</summary>
    private const int FirstStream = 1;

    private readonly int _axes = points.Space.Inputs.Count;
    private readonly int _depth = DepthOf(points.Count);
    private volatile bool _isLate;
    private int _last = -1;
    private int _done;
    private readonly Lock _progressLock = new();

    /// <summary>Cuts until no leaf holds more than it should.</summary>
    public static int DepthOf(int count)
    {
        var depth = 0;
        while ((count - 1) >> depth >= LeafPoints)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>Grows as many as asked, or as many as the deadline allows, at least one.</summary>
    public PointForest Grow(int count)
    {
        var trees = new Tree?[count];
        var threads = Math.Clamp(context.Threads, 1, count);
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => GrowSome(trees));
        context.Cancellation.ThrowIfCancellationRequested();
        Tree[] whole = [.. trees.TakeWhile(tree => tree is not null).OfType<Tree>()];
        return new(
            _depth,
            [.. whole.SelectMany(tree => tree.Order)],
            [.. whole.SelectMany(tree => tree.First)],
            [.. whole.SelectMany(tree => tree.Second)],
            [.. whole.SelectMany(tree => tree.Cuts)]);
    }

    private void GrowSome(Tree?[] trees)
    {
        for (var number = Interlocked.Increment(ref _last); number < trees.Length; number = Interlocked.Increment(ref _last))
        {
            _isLate = _isLate || (number > 0 && context.IsLate);
            if ((_isLate && number > 0) || context.Cancellation.IsCancellationRequested)
            {
                return;
            }

            trees[number] = Grow(new SeededRandom(context.Seed, FirstStream + number));
            Report(trees.Length);
        }
    }

    private void Report(int count)
    {
        if (context.Progress is { } progress)
        {
            lock (_progressLock)
            {
                progress(++_done / (double)count);
            }
        }
    }

    /// <summary>Null where it was cancelled.</summary>
    private Tree? Grow(SeededRandom random)
    {
        var tree = new Tree(points.Count, (1 << _depth) - 1);
        for (var level = 0; level < _depth; level++)
        {
            for (var node = 0; node < 1 << level; node++)
            {
                if (context.Cancellation.IsCancellationRequested)
                {
                    return null;
                }

                var from = (int)(((long)points.Count * node) >> level);
                var to = (int)(((long)points.Count * (node + 1)) >> level);
                var middle = (int)(((long)points.Count * ((2 * node) + 1)) >> (level + 1));
                Cut(tree, (1 << level) - 1 + node, (from, middle, to), ref random);
            }
        }

        return tree;
    }

    /// <summary>Puts the half of the points nearer to the first of two drawn ones before the other half.</summary>
    private void Cut(Tree tree, int node, (int From, int Middle, int To) range, ref SeededRandom random)
    {
        var some = tree.Order.AsSpan(range.From, range.To - range.From);
        var first = random.Below(some.Length);
        var second = (first + 1 + random.Below(some.Length - 1)) % some.Length;
        (tree.First[node], tree.Second[node]) = (some[first], some[second]);
        var one = Place(some[first]);
        var other = Place(some[second]);
        var keys = tree.Keys.AsSpan(0, some.Length);
        for (var place = 0; place < some.Length; place++)
        {
            keys[place] = ((ulong)Rising(PointForest.Margin(Place(some[place]), one, other)) << 32) | (uint)some[place];
        }

        keys.Sort();
        for (var place = 0; place < some.Length; place++)
        {
            some[place] = (int)(uint)keys[place];
        }

        tree.Cuts[node] = Value((uint)(keys[range.Middle - range.From - 1] >> 32));
    }

    private ReadOnlySpan<float> Place(int point) => points.Values.AsSpan(point * _axes, _axes);

    /// <summary>Bits that rise with the number.</summary>
    private static uint Rising(float number)
    {
        var bits = BitConverter.SingleToUInt32Bits(number);
        return (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
    }

    private static float Value(uint rising) =>
        BitConverter.UInt32BitsToSingle((rising & 0x8000_0000) != 0 ? rising & 0x7FFF_FFFF : ~rising);

    private sealed class Tree(int points, int cuts)
    {
        public int[] Order { get; } = [.. Enumerable.Range(0, points)];

        public int[] First { get; } = new int[cuts];

        public int[] Second { get; } = new int[cuts];

        public float[] Cuts { get; } = new float[cuts];

        public ulong[] Keys { get; } = new ulong[points];
    }
}
