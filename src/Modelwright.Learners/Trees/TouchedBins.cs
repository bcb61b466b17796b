using System.Numerics;

namespace Modelwright.Learners.Trees;

/// <summary>The bins that occur in a node, in order.</summary>
internal sealed class TouchedBins
{
    /// <summary>Under this many rows it is cheaper to note bins in a bit set than to look through all of them.</summary>
    public const int FewRows = 200;

    private readonly ulong[] _bits = new ulong[4];
    private readonly int[] _bins = new int[BinnedColumn.Most];

    /// <summary>The bins besides the missing one, ascending.</summary>
    public ReadOnlySpan<int> Bins => _bins.AsSpan(0, Count);

    /// <summary>Number of <see cref="Bins"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a bin.</summary>
    public void Note(byte bin) => _bits[bin >> 6] |= 1UL << (bin & 63);

    /// <summary>Lists the bins noted, and forgets the notes.</summary>
    public void ListNoted()
    {
        Count = 0;
        _bits[3] &= ~(1UL << 63);
        for (var word = 0; word < _bits.Length; word++)
        {
            for (var bits = _bits[word]; bits != 0; bits &= bits - 1)
            {
                _bins[Count++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            }

            _bits[word] = 0;
        }
    }

    /// <summary>Lists the bins that hold rows.</summary>
    public void ListCounted(ReadOnlySpan<int> counts)
    {
        Count = 0;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
            {
                _bins[Count++] = bin;
            }
        }
    }
}
