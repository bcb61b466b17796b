namespace Modelwright.Runtime.Numerics;

/// <summary>
/// Gauss-Legendre quadrature on [0, 1]: with n points the integral of every polynomial of degree 2n - 1 or less is exact but for
/// rounding. Points by Newton's method on the Legendre polynomial, from Tricomi's first guess.
/// </summary>
internal static class GaussLegendre
{
    private const int MostSteps = 100;
    private const double Accuracy = 1e-15;

    /// <summary>Works the points out.</summary>
    /// <param name="count">How many; 1 or more.</param>
    /// <returns>Points between 0 and 1, and their weights of sum 1.</returns>
    internal static (double[] Points, double[] Weights) Of(int count)
    {
        var points = new double[count];
        var weights = new double[count];
        for (var place = 0; place < (count + 1) / 2; place++)
        {
            var point = Root(count, place);
            var (_, slope) = Legendre(count, point);
            var weight = 1 / ((1 - (point * point)) * slope * slope);
            (points[place], points[count - 1 - place]) = ((1 - point) / 2, (1 + point) / 2);
            (weights[place], weights[count - 1 - place]) = (weight, weight);
        }

        return (points, weights);
    }

    private static double Root(int count, int place)
    {
        if ((2 * place) + 1 == count)
        {
            return 0;
        }

        var root = PortableMath.CosineOfTurns((place + 0.75) / (count + 0.5) / 2);
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, slope) = Legendre(count, root);
            var change = value / slope;
            root -= change;
            if (Math.Abs(change) <= Accuracy)
            {
                break;
            }
        }

        return root;
    }

    /// <summary>The Legendre polynomial of a degree and its slope, by the three-term recurrence.</summary>
    private static (double Value, double Slope) Legendre(int degree, double at)
    {
        var (before, value) = (1.0, at);
        for (var next = 2; next <= degree; next++)
        {
            (before, value) = (value, ((((2.0 * next) - 1) * at * value) - ((next - 1.0) * before)) / next);
        }

        return (value, degree * ((at * value) - before) / ((at * at) - 1));
    }
}
