namespace Modelwright.Runtime.Numerics;

/// <content>Powers, by a logarithm of twice the usual precision (Dekker 1971: sums and products with their rounding errors).</content>
public static partial class PortableMath
{
    /// <summary>A number to the power of another.</summary>
    /// <param name="value">The base; where it is below 0, the exponent must be whole.</param>
    /// <param name="exponent">The exponent.</param>
    /// <returns>The same special values as IEEE 754's pow; NaN where there is no real answer.</returns>
    public static double Pow(double value, double exponent)
    {
        if (exponent == 0 || value == 1)
        {
            return 1;
        }

        if (double.IsNaN(value) || double.IsNaN(exponent))
        {
            return double.NaN;
        }

        var whole = exponent == Math.Floor(exponent);
        var odd = whole && Math.Abs(exponent) < 9007199254740992 && Math.Abs(exponent % 2) == 1;
        var size = Math.Abs(value);
        if (value < 0 && !whole && !double.IsInfinity(value))
        {
            return double.NaN;
        }

        var negative = odd && (value < 0 || double.IsNegative(value));
        var result = PowOfSize(size, exponent);
        return negative ? -result : result;
    }

    private static double PowOfSize(double size, double exponent)
    {
        if (size == 1)
        {
            return 1;
        }

        if (size == 0 || double.IsInfinity(size) || double.IsInfinity(exponent))
        {
            return size > 1 == exponent > 0 ? double.PositiveInfinity : 0;
        }

        // Beyond this the answer is 0 or infinity for every base but 1; the products below would overflow.
        if (Math.Abs(exponent) > 1e19)
        {
            return size > 1 == exponent > 0 ? double.PositiveInfinity : 0;
        }

        var (high, low) = LogOfDouble(size);
        var (power, error) = Product(high, exponent);
        error += low * exponent;
        return power > LargestExponent + 1 ? double.PositiveInfinity
            : power < SmallestExponent - 1 ? 0
            : ExpOfSum(power, error);
    }

    /// <summary>The logarithm as a sum of two numbers, to about 2^-65 of its size.</summary>
    private static (double High, double Low) LogOfDouble(double value)
    {
        const double ThirdLow = 1.850371707708594e-17;
        const double Third = 0.3333333333333333;
        var (exponent, fraction) = Split(value);
        var part = fraction - 1;
        var (sum, sumError) = Sum(2, part);
        var ratio = part / sum;
        var (back, backError) = Product(ratio, sum);
        var ratioLow = (part - back - backError - (ratio * sumError)) / sum;

        var (square, squareError) = Product(ratio, ratio);
        squareError += 2 * ratio * ratioLow;
        var (bracket, bracketError) = Sum(Third, LateTail(square));
        bracketError += ThirdLow;
        var (second, secondError) = Times((square, squareError), (bracket, bracketError));
        var (term, termError) = Times((second, secondError), (ratio, ratioLow));

        var (series, seriesError) = Sum(ratio, term);
        seriesError += ratioLow + termError;
        var (scaled, scaledError) = Sum(exponent * LogOfTwoHigh, 2 * series);
        scaledError += (2 * seriesError) + (exponent * LogOfTwoLow);
        return (scaled, scaledError);
    }

    /// <summary>z/5 + z²/7 + …: what the series of the logarithm has after its second term, with z the square of the ratio.</summary>
    private static double LateTail(double square)
    {
        var sum = 1 / 27.0;
        for (var divisor = 25; divisor >= 5; divisor -= 2)
        {
            sum = (sum * square) + (1.0 / divisor);
        }

        return sum * square;
    }

    private static (double High, double Low) Times((double High, double Low) left, (double High, double Low) right)
    {
        var (high, low) = Product(left.High, right.High);
        return (high, low + ((left.High * right.Low) + (left.Low * right.High)));
    }

    private static (double High, double Low) Sum(double left, double right)
    {
        var sum = left + right;
        var rest = sum - left;
        return (sum, left - (sum - rest) + (right - rest));
    }

    private static (double High, double Low) Product(double left, double right)
    {
        var product = left * right;
        var (leftHigh, leftLow) = Halves(left);
        var (rightHigh, rightLow) = Halves(right);
        return (product, (leftHigh * rightHigh) - product + (leftHigh * rightLow) + (leftLow * rightHigh) + (leftLow * rightLow));
    }

    private static (double High, double Low) Halves(double value)
    {
        const double Splitter = 134217729;
        var product = Splitter * value;
        var high = product - (product - value);
        return (high, value - high);
    }
}
