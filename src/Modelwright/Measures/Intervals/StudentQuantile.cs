namespace Modelwright.Measures.Intervals;

/// <summary>The 97.5 % quantile of Student's t distribution.</summary>
internal static class StudentQuantile
{
    private const double Normal = 1.959963984540054;

    private static readonly double[] Small = [double.PositiveInfinity, 12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836, 2.446911851];

    /// <summary>The quantile for a number of degrees of freedom.</summary>
    /// <param name="freedom">Degrees of freedom; infinity for 0 and below.</param>
    /// <remarks>A table to 6, then the expansion of Abramowitz &amp; Stegun 1964, 26.7.5, right to 1e-4.</remarks>
    public static double Of(int freedom)
    {
        if (freedom < Small.Length)
        {
            return Small[Math.Max(freedom, 0)];
        }

        const double Square = Normal * Normal;
        var first = Normal * (Square + 1) / 4;
        var second = Normal * ((((5 * Square) + 16) * Square) + 3) / 96;
        var third = Normal * ((((((3 * Square) + 19) * Square) + 17) * Square) - 15) / 384;
        var fourth = Normal * ((((((((79 * Square) + 776) * Square) + 1482) * Square) - 1920) * Square) - 945) / 92_160;
        return Normal + ((first + ((second + ((third + (fourth / freedom)) / freedom)) / freedom)) / freedom);
    }
}
