using System.Runtime.Intrinsics;

namespace Modelwright.Runtime.Numerics;

/// <summary>
/// Elementary functions of eight numbers in single precision at once, with the same bits on every platform whatever the width of its
/// vectors: sums and products in a fixed order. Right to a few units in the last place.
/// </summary>
/// <remarks>Range reduction by powers of two, and by turns, and Taylor series; see Muller, Elementary Functions, 3rd edition, chapter 11.</remarks>
public static class PortableVectors
{
    private const float Largest = 87;
    private const float OneByLogOfTwo = 1.442695f;
    private const float LogOfTwoHigh = 0.693359375f;
    private const float LogOfTwoLow = -2.12194440e-4f;

    /// <summary>Adding it rounds to a whole number, which then stands in the lowest bits.</summary>
    private const float Shifter = 12582912;

    /// <summary>Beyond this a turn is no longer told from the next.</summary>
    private const float MostTurns = 1 << 20;

    /// <summary>e to the power of numbers; exponents beyond ±87 count as ±87.</summary>
    /// <param name="exponents">Any numbers; NaN gives a finite number or NaN.</param>
    /// <returns>From 1.6e-38 to 6.1e37.</returns>
    public static Vector256<float> Exp(Vector256<float> exponents)
    {
        var held = Vector256.Min(Vector256.Max(exponents, Vector256.Create(-Largest)), Vector256.Create(Largest));
        var shifted = (held * OneByLogOfTwo) + Vector256.Create(Shifter);
        var whole = shifted - Vector256.Create(Shifter);
        var rest = held - (whole * LogOfTwoHigh) - (whole * LogOfTwoLow);
        var sum = Vector256.Create(1 / 5040f);
        sum = (sum * rest) + Vector256.Create(1 / 720f);
        sum = (sum * rest) + Vector256.Create(1 / 120f);
        sum = (sum * rest) + Vector256.Create(1 / 24f);
        sum = (sum * rest) + Vector256.Create(1 / 6f);
        sum = (sum * rest) + Vector256.Create(0.5f);
        sum = (sum * rest) + Vector256<float>.One;
        sum = (sum * rest) + Vector256<float>.One;

        // The whole number, moved to where the exponent stands, is added to the exponent of a number near 1.
        return (sum.AsInt32() + (shifted.AsInt32() << 23)).AsSingle();
    }

    /// <summary>The cosine of numbers of whole turns: cos(2π x turns).</summary>
    /// <param name="turns">Within a million; what lies beyond counts as a million.</param>
    /// <returns>From -1 to 1, to 1e-6 for few turns.</returns>
    public static Vector256<float> CosineOfTurns(Vector256<float> turns)
    {
        var part = Part(turns);
        return SineOfQuarter(Vector256.Create(0.25f) - Vector256.Abs(part));
    }

    /// <summary>The sine of numbers of whole turns: sin(2π x turns).</summary>
    /// <param name="turns">Within a million; what lies beyond counts as a million.</param>
    /// <returns>From -1 to 1, to 1e-6 for few turns.</returns>
    public static Vector256<float> SineOfTurns(Vector256<float> turns)
    {
        var part = Part(turns);
        var size = Vector256.Abs(part);
        var folded = Vector256.Create(0.25f) - Vector256.Abs(size - Vector256.Create(0.25f));
        return SineOfQuarter(Vector256.ConditionalSelect(Vector256.LessThan(part, Vector256<float>.Zero), -folded, folded));
    }

    /// <summary>What is left of turns once whole ones are taken off, from -0.5 to 0.5.</summary>
    private static Vector256<float> Part(Vector256<float> turns)
    {
        var held = Vector256.Min(Vector256.Max(turns, Vector256.Create(-MostTurns)), Vector256.Create(MostTurns));
        return held - ((held + Vector256.Create(Shifter)) - Vector256.Create(Shifter));
    }

    /// <summary>sin(2π x turns) for at most a quarter of a turn either way.</summary>
    private static Vector256<float> SineOfQuarter(Vector256<float> turns)
    {
        var angle = turns * 6.2831855f;
        var square = angle * angle;
        var sum = Vector256.Create(-1 / 39916800f);
        sum = (sum * square) + Vector256.Create(1 / 362880f);
        sum = (sum * square) + Vector256.Create(-1 / 5040f);
        sum = (sum * square) + Vector256.Create(1 / 120f);
        sum = (sum * square) + Vector256.Create(-1 / 6f);
        sum = (sum * square) + Vector256<float>.One;
        return angle * sum;
    }
}
