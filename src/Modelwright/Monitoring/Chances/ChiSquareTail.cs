namespace Modelwright.Monitoring.Chances;

/// <summary>How often a sum of squared standard normal numbers is above a value, for any degrees of freedom above 0, whole or not.</summary>
/// <remarks>The regularised incomplete gamma function by its series below the mean and its continued fraction above: NIST Digital Library of Mathematical Functions 8.7.1 and 8.9.2.</remarks>
internal static class ChiSquareTail
{
    private const int MostTerms = 1000;
    private const double Tiny = 1e-300;

    /// <summary>The probability of more.</summary>
    /// <param name="value">Any number; 1 at 0 and below.</param>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    public static double Above(double value, double freedom)
    {
        if (!(value > 0))
        {
            return 1;
        }

        var (shape, half) = (freedom / 2, value / 2);
        var front = Math.Exp((shape * Math.Log(half)) - half - LogGamma(shape));
        return Math.Clamp(half < shape + 1 ? 1 - (front * Series(shape, half)) : front * Fraction(shape, half), 0, 1);
    }

    private static double Series(double shape, double half)
    {
        var term = 1 / shape;
        var sum = term;
        for (var place = 1; place < MostTerms && term > 1e-17 * sum; place++)
        {
            term *= half / (shape + place);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double shape, double half)
    {
        var below = half + 1 - shape;
        var numerator = 1 / Tiny;
        var denominator = 1 / below;
        var fraction = denominator;
        for (var term = 1; term < MostTerms; term++)
        {
            var part = -term * (term - shape);
            below += 2;
            denominator = 1 / Away((part * denominator) + below);
            numerator = Away(below + (part / numerator));
            var change = denominator * numerator;
            fraction *= change;
            if (Math.Abs(change - 1) < 1e-15)
            {
                break;
            }
        }

        return fraction;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    // Stirling's series (DLMF 5.11.1) from 10 on; smaller numbers are carried there.
    private static double LogGamma(double value)
    {
        var carried = 0.0;
        for (; value < 10; value++)
        {
            carried += Math.Log(value);
        }

        var inverse = 1 / (value * value);
        var series = (1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))));
        return ((value - 0.5) * Math.Log(value)) - value + (0.5 * Math.Log(2 * Math.PI)) + (series / value) - carried;
    }
}
