using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Modelwright.Runtime.Forms.Trees;

/// <summary>Whether codes are in a set of bits, four codes at once.</summary>
internal static class CodeSet
{
    private const int Bits = 64;

    /// <summary>Looks four codes up.</summary>
    /// <param name="set">Bit code % 64 of word code / 64.</param>
    /// <param name="codes">Codes; anything that is no code of the set, such as -1 as bits, is not in it.</param>
    /// <returns>All ones in the lanes whose code is in the set, else 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> Holds(ReadOnlySpan<ulong> set, Vector256<ulong> codes)
    {
        var found = Vector256<ulong>.Zero;
        foreach (var word in set)
        {
            found |= ShiftRight(Vector256.Create(word), codes);
            codes -= Vector256.Create((ulong)Bits);
        }

        return Vector256<ulong>.Zero - (found & Vector256<ulong>.One);
    }

    /// <summary>Shifts each lane by its own number of bits; 64 or more leave 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> ShiftRight(Vector256<ulong> words, Vector256<ulong> bits) =>
        Avx2.IsSupported ? Avx2.ShiftRightLogicalVariable(words, bits) : OneByOne(words, bits);

    /// <summary>The same where the processor has no such instruction.</summary>
    internal static Vector256<ulong> OneByOne(Vector256<ulong> words, Vector256<ulong> bits) =>
        Vector256.Create(Shift(words[0], bits[0]), Shift(words[1], bits[1]), Shift(words[2], bits[2]), Shift(words[3], bits[3]));

    private static ulong Shift(ulong word, ulong bits) => bits < Bits ? word >> (int)bits : 0;
}
