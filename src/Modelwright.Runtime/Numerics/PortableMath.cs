namespace Modelwright.Runtime.Numerics;

/// <summary>
/// Elementary functions that give the same bits on every platform, right to about one unit in the last
/// place (the hyperbolic tangent: a few units): only sums,
/// products, quotients, roots and shifts of bits, in a fixed order. The only such functions that Runtime may use.
/// </summary>
/// <remarks>Range reduction by powers of two and Taylor series; see Muller, Elementary Functions, 3rd edition, chapters 3 and 11.</remarks>
public static partial class PortableMath
{
    /// <summary>ln 2 rounded to 32 bits, so that its product with a small whole number is exact.</summary>
    private const double LogOfTwoHigh = 0.69314718036912381649017333984375;

    /// <summary>ln 2 less <see cref="LogOfTwoHigh"/>.</summary>
    private const double LogOfTwoLow = 1.9082149292705877e-10;

    private const double OneByLogOfTwo = 1.4426950408889634;
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;

    /// <summary>e to the power of a number.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>0 to infinity; NaN for NaN.</returns>
    public static double Exp(double value)
    {
        if (double.IsNaN(value))
        {
            return value;
        }

        return value > LargestExponent ? double.PositiveInfinity
            : value < SmallestExponent ? 0
            : ExpOfSum(value, 0);
    }

    /// <summary>The logarithm to base e.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>Minus infinity for 0; NaN below 0 and for NaN.</returns>
    public static double Log(double value)
    {
        if (double.IsNaN(value) || value < 0)
        {
            return double.NaN;
        }

        if (value == 0 || double.IsPositiveInfinity(value))
        {
            return value == 0 ? double.NegativeInfinity : value;
        }

        var (exponent, fraction) = Split(value);
        var part = fraction - 1;
        var ratio = part / (2 + part);
        var half = 0.5 * part * part;
        var tail = ratio * (half + OddTail(ratio * ratio));
        return exponent == 0
            ? part - (half - tail)
            : (exponent * LogOfTwoHigh) - (half - (tail + (exponent * LogOfTwoLow)) - part);
    }

    /// <summary>The logarithm of 1 plus a number, exact also for tiny numbers.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>Minus infinity for -1; NaN below -1 and for NaN.</returns>
    public static double Log1p(double value)
    {
        var sum = 1 + value;
        if (sum <= 0 || sum == 1 || !double.IsFinite(sum))
        {
            return sum == 1 ? value : Log(sum);
        }

        var lost = value < 1 ? value - (sum - 1) : 1 - (sum - value);
        return Log(sum) + (lost / sum);
    }

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>-1 to 1; NaN for NaN.</returns>
    public static double Tanh(double value)
    {
        if (double.IsNaN(value) || value == 0)
        {
            return value;
        }

        var size = Math.Abs(value);
        var result = 1.0;
        if (size < 1)
        {
            var less = ExpLessOne(2 * size);
            result = less / (less + 2);
        }
        else if (size < 22)
        {
            result = 1 - (2 / (Exp(2 * size) + 1));
        }

        return value < 0 ? -result : result;
    }

    /// <summary>The logistic function, 1 / (1 + e^-x).</summary>
    /// <param name="value">Any number.</param>
    /// <returns>0 to 1; NaN for NaN.</returns>
    public static double Sigmoid(double value)
    {
        if (value >= 0)
        {
            return 1 / (1 + Exp(-value));
        }

        var power = Exp(value);
        return power / (1 + power);
    }

    private static double ExpOfSum(double high, double low)
    {
        var exponent = Math.Floor((high * OneByLogOfTwo) + 0.5);
        var rest = high - (exponent * LogOfTwoHigh);
        var correction = low - (exponent * LogOfTwoLow);
        var reduced = rest + correction;
        correction = rest - reduced + correction;
        return Scale(1 + (ExpTail(reduced) + correction), (int)exponent);
    }

    /// <summary>e^x - 1 for x from 0 to 2; right also for tiny numbers.</summary>
    private static double ExpLessOne(double value)
    {
        var exponent = Math.Floor((value * OneByLogOfTwo) + 0.5);
        var rest = value - (exponent * LogOfTwoHigh);
        var reduced = rest - (exponent * LogOfTwoLow);
        var correction = rest - reduced - (exponent * LogOfTwoLow);
        var power = Power((int)exponent);
        return (power * (ExpTail(reduced) + correction)) + (power - 1);
    }

    /// <summary>e^x - 1 for |x| below 0.35, by its series to the 14th power.</summary>
    private static double ExpTail(double value)
    {
        var sum = 1 / 87178291200.0;
        sum = (sum * value) + (1 / 6227020800.0);
        sum = (sum * value) + (1 / 479001600.0);
        sum = (sum * value) + (1 / 39916800.0);
        sum = (sum * value) + (1 / 3628800.0);
        sum = (sum * value) + (1 / 362880.0);
        sum = (sum * value) + (1 / 40320.0);
        sum = (sum * value) + (1 / 5040.0);
        sum = (sum * value) + (1 / 720.0);
        sum = (sum * value) + (1 / 120.0);
        sum = (sum * value) + (1 / 24.0);
        sum = (sum * value) + (1 / 6.0);
        sum = (sum * value) + 0.5;
        return value + (value * value * sum);
    }

    /// <summary>2 (z/3 + z²/5 + z³/7 + …): what the series of the logarithm has after its first term, with z the square of the ratio.</summary>
    private static double OddTail(double square)
    {
        var sum = 2 / 25.0;
        for (var divisor = 23; divisor >= 3; divisor -= 2)
        {
            sum = (sum * square) + (2.0 / divisor);
        }

        return sum * square;
    }

    /// <summary>A positive number as fraction x 2^exponent, with the fraction between the root of a half and the root of two.</summary>
    private static (int Exponent, double Fraction) Split(double value)
    {
        const double RootOfTwo = 1.4142135623730951;
        const double TwoTo54 = 18014398509481984;
        var shift = 0;
        if (value < 2.2250738585072014e-308)
        {
            value *= TwoTo54;
            shift = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1023;
        var fraction = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        return fraction > RootOfTwo ? (exponent + 1 + shift, fraction * 0.5) : (exponent + shift, fraction);
    }

    /// <summary>value x 2^exponent, rounded once, for a value near 1.</summary>
    private static double Scale(double value, int exponent)
    {
        if (exponent > 1023)
        {
            return value * Power(1023) * Power(exponent - 1023);
        }

        return exponent >= -1021 ? value * Power(exponent) : value * Power(exponent + 60) * Power(-60);
    }

    private static double Power(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);
}
