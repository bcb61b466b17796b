namespace Modelwright.Profile.Meanings;

/// <summary>
/// Counts different values in bounded memory: exactly up to 131,072 of them, beyond that within about 0.5 %. Values are kept
/// by a hash, and only those whose hash ends with ever more zeros once there are too many. Source: adaptive sampling,
/// Flajolet 1990.
/// </summary>
internal sealed class DistinctCounter
{
    private const int MostKept = 1 << 17;

    private readonly HashSet<ulong> _kept = [];
    private int _zeros;

    internal bool IsExact => _zeros == 0;

    internal int Count => (int)Math.Min(int.MaxValue, (long)_kept.Count << _zeros);

    /// <summary>Adds a value by its bits; values of up to 64 bits are told apart for certain.</summary>
    internal void Add(ulong bits)
    {
        var hash = Mix(bits);
        if ((hash & Mask) == 0 && _kept.Add(hash) && _kept.Count > MostKept)
        {
            _zeros++;
            _kept.RemoveWhere(kept => (kept & Mask) != 0);
        }
    }

    /// <summary>The bits of a text: FNV-1a over its characters, the same in every process.</summary>
    internal static ulong Bits(ReadOnlySpan<char> text)
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1_099_511_628_211;
        }

        return hash;
    }

    private ulong Mask => (1UL << _zeros) - 1;

    // The finalizer of MurmurHash3 (public domain), which no two values share.
    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 33)) * 0xFF51AFD7ED558CCD;
        bits = (bits ^ (bits >> 33)) * 0xC4CEB9FE1A85EC53;
        return bits ^ (bits >> 33);
    }
}
