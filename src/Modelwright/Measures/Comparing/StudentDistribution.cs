namespace Modelwright.Measures.Comparing;

/// <summary>Student's t distribution.</summary>
/// <remarks>Source: the incomplete beta function by its continued fraction, NIST Digital Library of Mathematical Functions 8.17.22; gamma by Lanczos 1964 with the coefficients for g = 7.</remarks>
internal static class StudentDistribution
{
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>How often a value is above the one given.</summary>
    /// <param name="value">0 or more.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double Above(double value, int freedom) => 0.5 * Beta(freedom / (freedom + (value * value)), freedom / 2.0, 0.5);

    /// <summary>The value that a share of all are below.</summary>
    /// <param name="share">From 0.5 to below 1.</param>
    /// <param name="freedom">Degrees of freedom, 1 or more.</param>
    public static double Quantile(double share, int freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Above(high, freedom) > 1 - share)
        {
            high *= 2;
        }

        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(middle, freedom) > 1 - share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));

        // The fraction converges fast on one side of the mean only.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        const int MostTerms = 300;
        const double Tiny = 1e-300;
        var numerator = 1.0;
        var denominator = 1 / Away(1 - ((a + b) * x / (a + 1)), Tiny);
        var fraction = denominator;
        for (var term = 1; term <= MostTerms; term++)
        {
            var even = term * (b - term) * x / ((a + (2 * term) - 1) * (a + (2 * term)));
            denominator = 1 / Away(1 + (even * denominator), Tiny);
            numerator = Away(1 + (even / numerator), Tiny);
            fraction *= denominator * numerator;
            var odd = -(a + term) * (a + b + term) * x / ((a + (2 * term)) * (a + (2 * term) + 1));
            denominator = 1 / Away(1 + (odd * denominator), Tiny);
            numerator = Away(1 + (odd / numerator), Tiny);
            var change = denominator * numerator;
            fraction *= change;
            if (Math.Abs(change - 1) < 1e-15)
            {
                break;
            }
        }

        return fraction;
    }

    private static double Away(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;

    private static double LogGamma(double value)
    {
        var shifted = value - 1;
        var sum = Lanczos[0];
        for (var place = 1; place < Lanczos.Length; place++)
        {
            sum += Lanczos[place] / (shifted + place);
        }

        var top = shifted + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((shifted + 0.5) * Math.Log(top)) - top + Math.Log(sum);
    }
}
