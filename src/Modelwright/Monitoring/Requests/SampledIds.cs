using System.Numerics;

namespace Modelwright.Monitoring.Requests;

/// <summary>Where an id stands among all ids, so that a share of them can be taken that is the same everywhere.</summary>
/// <remarks>FNV-1a over the characters (Fowler, Noll and Vo 1991), its bits mixed by the finisher of SplitMix64 (Steele, Lea and Flood 2014), without which near ids lie near each other.</remarks>
internal static class SampledIds
{
    /// <summary>A number from 0 to below 1, even over ids.</summary>
    public static double Place(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        hash ^= BitOperations.RotateRight(hash, 31) & (ulong.MaxValue >> 31);
        return (hash >> 11) * (1.0 / (1UL << 53));
    }
}
