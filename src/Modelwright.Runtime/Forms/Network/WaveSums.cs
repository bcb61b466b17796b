using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>Weighted sums of cosines of a number, eight cosines at once, the same bits on every platform. Goes into exported C# as it stands.</summary>
internal static class WaveSums
{
    private const int Lanes = 8;

    /// <summary>Cosines of a number at most.</summary>
    internal const int MostWaves = 64;

    /// <summary>The sums of one number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="frequencies">One a cosine, in turns a unit; a multiple of eight.</param>
    /// <param name="phases">One a cosine, in turns.</param>
    /// <param name="mixes">Sums x cosines.</param>
    /// <param name="offsets">Where each sum starts.</param>
    /// <param name="sums">Overwritten.</param>
    internal static void Fill(float value, ReadOnlySpan<float> frequencies, ReadOnlySpan<float> phases, ReadOnlySpan<float> mixes, ReadOnlySpan<float> offsets, Span<float> sums)
    {
        Span<float> cosines = stackalloc float[MostWaves];
        var repeated = Vector256.Create(value);
        for (var wave = 0; wave < frequencies.Length; wave += Lanes)
        {
            var turns = (repeated * Load(frequencies, wave)) + Load(phases, wave);
            PortableVectors.CosineOfTurns(turns).CopyTo(cosines[wave..]);
        }

        for (var sum = 0; sum < sums.Length; sum++)
        {
            var parts = Vector256<float>.Zero;
            for (var wave = 0; wave < frequencies.Length; wave += Lanes)
            {
                parts += Load(cosines, wave) * Load(mixes, (sum * frequencies.Length) + wave);
            }

            sums[sum] = offsets[sum] + Total(parts);
        }
    }

    /// <summary>The sum of eight numbers in one order on every platform.</summary>
    private static float Total(Vector256<float> parts)
    {
        var half = parts.GetLower() + parts.GetUpper();
        return (half[0] + half[2]) + (half[1] + half[3]);
    }

    private static Vector256<float> Load(ReadOnlySpan<float> from, int place) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(from), (nuint)place);
}
