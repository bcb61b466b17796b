namespace Modelwright.Runtime.Numerics;

/// <summary>A hash of characters that is the same on every platform and in every release, so that packages may rest on it.</summary>
/// <remarks>FNV-1a over the bytes of the UTF-16 units, low byte first (Fowler, Noll and Vo 1991), mixed by the finalizer of SplitMix64 (Steele, Lea and Flood 2014).</remarks>
internal static class StableHash
{
    /// <summary>64 well mixed bits.</summary>
    internal static ulong Of(ReadOnlySpan<char> text)
    {
        const ulong Prime = 1099511628211;
        var hash = 14695981039346656037;
        foreach (var sign in text)
        {
            hash = (hash ^ (byte)sign) * Prime;
            hash = (hash ^ (byte)(sign >> 8)) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>Spreads every bit over all others.</summary>
    internal static ulong Mix(ulong bits)
    {
        var mixed = bits + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
