using System.Runtime.Intrinsics;

namespace Modelwright.Learners;

/// <summary>e to the power of four numbers at once, with the same bits whatever the width of the machine's vectors: sums and products in a fixed order.</summary>
/// <remarks>Range reduction by powers of two and a Taylor series to the 13th power; see Muller, Elementary Functions, 3rd edition, chapter 11.</remarks>
internal static class VectorExponential
{
    /// <summary>Larger exponents are held here, where the power and its inverse are still normal numbers.</summary>
    private const double Largest = 700;

    private const double OneByLogOfTwo = 1.4426950408889634;
    private const double LogOfTwoHigh = 0.69314718036912381649017333984375;
    private const double LogOfTwoLow = 1.9082149292705877e-10;

    /// <summary>Adding it rounds to a whole number, which then stands in the lowest bits.</summary>
    private const double Shifter = 6755399441055744;

    /// <summary>1/13!, 1/12! and so on to 1/0!.</summary>
    private static readonly double[] Terms =
    [
        1 / 6227020800.0, 1 / 479001600.0, 1 / 39916800.0, 1 / 3628800.0, 1 / 362880.0, 1 / 40320.0, 1 / 5040.0,
        1 / 720.0, 1 / 120.0, 1 / 24.0, 1 / 6.0, 0.5, 1, 1,
    ];

    /// <summary>The powers; exponents beyond ±700 count as ±700.</summary>
    public static Vector256<double> Of(Vector256<double> exponents)
    {
        var held = Vector256.Min(Vector256.Max(exponents, Vector256.Create(-Largest)), Vector256.Create(Largest));
        var shifted = (held * OneByLogOfTwo) + Vector256.Create(Shifter);
        var whole = shifted - Vector256.Create(Shifter);
        var rest = held - (whole * LogOfTwoHigh) - (whole * LogOfTwoLow);
        var sum = Vector256.Create(Terms[0]);
        for (var term = 1; term < Terms.Length; term++)
        {
            sum = (sum * rest) + Vector256.Create(Terms[term]);
        }

        // The whole number, moved to where the exponent stands, is added to the exponent of a number near 1.
        return (sum.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
    }
}
