namespace Modelwright.Runtime.Numerics;

/// <content>Angles. They are taken in turns, whose parts are cut off without any error; the rest is at most an eighth of a turn, for a Taylor series.</content>
public static partial class PortableMath
{
    private const double RadiansOfTurn = 6.283185307179586;

    /// <summary>The sine of an angle in turns: 0.25 gives 1.</summary>
    /// <param name="turns">Any number; one turn is a whole circle.</param>
    /// <returns>-1 to 1; NaN for NaN and infinity.</returns>
    public static double SineOfTurns(double turns)
    {
        var quarters = Math.Floor((turns * 4) + 0.5);
        var rest = (turns - (quarters / 4)) * RadiansOfTurn;
        return (quarters - (4 * Math.Floor(quarters / 4))) switch
        {
            0 => SineSeries(rest),
            1 => CosineSeries(rest),
            2 => -SineSeries(rest),
            3 => -CosineSeries(rest),
            _ => double.NaN,
        };
    }

    /// <summary>The cosine of an angle in turns: 0.5 gives -1.</summary>
    /// <param name="turns">Any number; one turn is a whole circle.</param>
    /// <returns>-1 to 1; NaN for NaN and infinity.</returns>
    public static double CosineOfTurns(double turns)
    {
        var quarters = Math.Floor((turns * 4) + 0.5);
        var rest = (turns - (quarters / 4)) * RadiansOfTurn;
        return (quarters - (4 * Math.Floor(quarters / 4))) switch
        {
            0 => CosineSeries(rest),
            1 => -SineSeries(rest),
            2 => -CosineSeries(rest),
            3 => SineSeries(rest),
            _ => double.NaN,
        };
    }

    /// <summary>The angle in radians whose sine a number is.</summary>
    /// <param name="value">-1 to 1.</param>
    /// <returns>-pi/2 to pi/2, right to a few units in the last place; NaN beyond the range.</returns>
    public static double Arcsine(double value)
    {
        if (!(Math.Abs(value) <= 1))
        {
            return double.NaN;
        }

        // The tangent of half the angle, then of a quarter, then of an eighth: below 0.2 for all angles.
        var tangent = value / (1 + Math.Sqrt((1 - value) * (1 + value)));
        tangent /= 1 + Math.Sqrt(1 + (tangent * tangent));
        tangent /= 1 + Math.Sqrt(1 + (tangent * tangent));
        var square = tangent * tangent;
        var sum = 0.0;
        for (var divisor = 25; divisor >= 3; divisor -= 2)
        {
            sum = (1.0 / divisor) - (square * sum);
        }

        return 8 * tangent * (1 - (square * sum));
    }

    private static double SineSeries(double radians)
    {
        var square = radians * radians;
        var sum = 1.0;
        for (var divisor = 17; divisor >= 3; divisor -= 2)
        {
            sum = 1 - (square / (divisor * (divisor - 1)) * sum);
        }

        return radians * sum;
    }

    private static double CosineSeries(double radians)
    {
        var square = radians * radians;
        var sum = 1.0;
        for (var divisor = 18; divisor >= 2; divisor -= 2)
        {
            sum = 1 - (square / (divisor * (divisor - 1)) * sum);
        }

        return sum;
    }
}
