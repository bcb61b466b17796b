namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>
/// The nearest points so far as keys: the bits of the distance above the number of the point. Bits of numbers of 0 or more
/// are in the order of the numbers, so the smaller key is the nearer point, and of two as near the one that comes first.
/// </summary>
internal static class NearestKeys
{
    private const ulong Nothing = ((ulong)0x7F80_0000 << 32) | uint.MaxValue;

    /// <summary>Makes room for keys: a heap with the farthest at its root, all of them farther than any point.</summary>
    internal static void Clear(Span<ulong> heap) => heap.Fill(Nothing);

    internal static ulong Key(float distance, int point) => ((ulong)BitConverter.SingleToUInt32Bits(distance) << 32) | (uint)point;

    internal static float Distance(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));

    internal static int Point(ulong key) => (int)(uint)key;

    /// <summary>Takes a key in if it is nearer than the farthest, which goes.</summary>
    internal static void Offer(Span<ulong> heap, ulong key)
    {
        if (key >= heap[0])
        {
            return;
        }

        var hole = 0;
        for (var child = 1; child < heap.Length; child = (2 * hole) + 1)
        {
            if (child + 1 < heap.Length && heap[child + 1] > heap[child])
            {
                child++;
            }

            if (heap[child] <= key)
            {
                break;
            }

            heap[hole] = heap[child];
            hole = child;
        }

        heap[hole] = key;
    }
}
