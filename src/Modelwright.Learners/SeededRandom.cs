namespace Modelwright.Learners;

/// <summary>Chance from a seed and a stream, the same on every platform and in any order of streams.</summary>
/// <remarks>SplitMix64: Steele, Lea &amp; Flood 2014, "Fast splittable pseudorandom number generators".</remarks>
internal struct SeededRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;
    private ulong _state;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The seed of the fit.</param>
    /// <param name="stream">What is drawn for, such as the number of a tree.</param>
    public SeededRandom(int seed, int stream)
    {
        _state = Mixed(((ulong)(uint)seed << 32) | (uint)stream);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>Heads or tails.</summary>
    public bool Coin() => (Next() & 1) != 0;

    private ulong Next()
    {
        _state += Golden;
        return Mixed(_state);
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
