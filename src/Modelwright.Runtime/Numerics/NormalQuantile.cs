namespace Modelwright.Runtime.Numerics;

/// <summary>The inverse of the standard normal distribution, with the same bits on every platform, right to about 1 part in 10^16.</summary>
/// <remarks>Wichura 1988, Algorithm AS 241: The percentage points of the normal distribution (PPND16).</remarks>
internal static class NormalQuantile
{
    private static readonly double[] MiddleTop =
    [
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ];

    private static readonly double[] MiddleBottom =
    [
        5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
    ];

    private static readonly double[] SideTop =
    [
        7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ];

    private static readonly double[] SideBottom =
    [
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
    ];

    private static readonly double[] EndTop =
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
        0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
    ];

    private static readonly double[] EndBottom =
    [
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
    ];

    /// <summary>The value that a share of the distribution lies below.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    internal static double Of(double share)
    {
        var apart = share - 0.5;
        if (Math.Abs(apart) <= 0.425)
        {
            var square = 0.180625 - (apart * apart);
            return apart * Polynomial(MiddleTop, square) / Polynomial(MiddleBottom, square);
        }

        var root = Math.Sqrt(-PortableMath.Log(apart < 0 ? share : 1 - share));
        var size = root <= 5
            ? Polynomial(SideTop, root - 1.6) / Polynomial(SideBottom, root - 1.6)
            : Polynomial(EndTop, root - 5) / Polynomial(EndBottom, root - 5);
        return apart < 0 ? -size : size;
    }

    /// <summary>A polynomial by Horner's rule, the coefficient of the highest power first.</summary>
    private static double Polynomial(double[] coefficients, double value)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * value) + coefficient;
        }

        return sum;
    }
}
