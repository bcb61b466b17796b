namespace Modelwright.Measures.Intervals;

/// <summary>The two ends of a 95 % interval.</summary>
internal static class IntervalEnds
{
    // Rounding leaves a spread of this size where there is none.
    private const double Dust = 1e-12;

    /// <summary>Goes the reach to both sides on the given scale.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="range">The metric's minimum and maximum.</param>
    /// <param name="value">The score.</param>
    /// <param name="spread">Its spread.</param>
    public static (double Lower, double Upper) Of(IntervalScale scale, (double Minimum, double Maximum) range, double value, Spread spread)
    {
        var width = range.Maximum - range.Minimum;
        var way = spread.Reach * spread.StandardError;

        // Without a spread there is no way to go on a log; where both ends are known, a share of rows says how little is known.
        scale = scale == IntervalScale.Log && double.IsFinite(width) && spread.StandardError <= Dust ? IntervalScale.Share : scale;
        switch (scale)
        {
            case IntervalScale.Log:
                var (near, far) = Log(value - range.Minimum, way);
                return (range.Minimum + near, Math.Min(range.Maximum, range.Minimum + far));
            case IntervalScale.LogBelow:
                var (close, wide) = Log(range.Maximum - value, way);
                return (Math.Max(range.Minimum, range.Maximum - wide), range.Maximum - close);
            default:
                var share = (value - range.Minimum) / width;
                var error = spread.StandardError / width;
                var (lower, upper) = scale == IntervalScale.Share || error <= Dust
                    ? Wilson(share, error, spread)
                    : LogOdds(share, spread.Reach * error);
                return (range.Minimum + (width * lower), range.Minimum + (width * upper));
        }
    }

    private static (double Lower, double Upper) Log(double value, double way)
    {
        if (value <= 0)
        {
            return (0, way);
        }

        var factor = Math.Exp(way / value);
        return (value / factor, value * factor);
    }

    private static (double Lower, double Upper) LogOdds(double share, double way)
    {
        if (share is <= 0 or >= 1)
        {
            return (Math.Max(0, share - way), Math.Min(1, share + way));
        }

        var middle = Math.Log(share / (1 - share));
        var step = way / (share * (1 - share));
        return (1 / (1 + Math.Exp(step - middle)), 1 / (1 + Math.Exp(-step - middle)));
    }

    private static (double Lower, double Upper) Wilson(double share, double error, Spread spread)
    {
        // The rows of equal weight that would give the spread found; at a bound there is none, so those the score rests on.
        var rows = error > Dust && share is > 0 and < 1 ? share * (1 - share) / (error * error) : spread.Support;
        if (rows <= 0)
        {
            return (0, 1);
        }

        var square = spread.Reach * spread.Reach / rows;
        var middle = (share + (square / 2)) / (1 + square);
        var half = Math.Sqrt((square * share * (1 - share)) + (square * square / 4)) / (1 + square);
        return (Math.Max(0, Math.Min(share, middle - half)), Math.Min(1, Math.Max(share, middle + half)));
    }
}
