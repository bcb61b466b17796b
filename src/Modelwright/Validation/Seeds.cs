namespace Modelwright.Validation;

/// <summary>Derives seeds that differ in all bits from seeds that differ in one.</summary>
internal static class Seeds
{
    /// <summary>Mixes a seed with a number, by the finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    /// <returns>A seed of 0 or more.</returns>
    public static int Mix(int seed, int number)
    {
        var bits = unchecked(((ulong)(uint)seed << 32 | (uint)number) + 0x9E3779B97F4A7C15UL);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EBUL);
        return (int)((bits ^ (bits >> 31)) & int.MaxValue);
    }
}
