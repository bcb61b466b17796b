namespace Modelwright.Measures.Intervals;

/// <summary>The probability that a standard normal number exceeds a value.</summary>
/// <remarks>Abramowitz &amp; Stegun 1964: the series 26.2.11 up to 3, the continued fraction 26.2.14 above; relative error below 1e-12.</remarks>
internal static class NormalTail
{
    private const double Turn = 3;
    private const int FractionTerms = 120;

    /// <summary>The probability; 1 less it for negative values.</summary>
    /// <param name="value">Any number; NaN gives NaN.</param>
    public static double Of(double value)
    {
        if (value < 0)
        {
            return 1 - Of(-value);
        }

        var density = Math.Exp(-value * value / 2) / Math.Sqrt(2 * Math.PI);
        return value > Turn ? density * Fraction(value) : 0.5 - (density * Series(value));
    }

    private static double Series(double value)
    {
        var (sum, term) = (value, value);
        for (var odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
        {
            term *= value * value / odd;
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double value)
    {
        var below = value;
        for (var term = FractionTerms; term > 0; term--)
        {
            below = value + (term / below);
        }

        return 1 / below;
    }
}
