namespace Modelwright.Runtime.Numerics;

/// <summary>Chance that is the same on every platform and in every release; the framework's own promises neither.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".</remarks>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to below 1, in steps of 2^-53.</summary>
    internal double NextShare() => (Next() >> 11) * (1.0 / 9007199254740992);

    /// <summary>From 0 to below the count.</summary>
    internal int NextBelow(int count) => (int)(NextShare() * count);

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
