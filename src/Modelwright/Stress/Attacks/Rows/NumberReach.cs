namespace Modelwright.Stress.Attacks.Rows;

/// <summary>The values that a number of one row can be changed to; its own is always among them.</summary>
/// <param name="Own">Its value; NaN where missing, which nothing changes.</param>
/// <param name="Unit">Cost by the unit, above 0.</param>
/// <param name="Minimum">The least value it can be changed to.</param>
/// <param name="Maximum">The greatest such value; below the minimum where there is none.</param>
/// <param name="Step">It changes by whole multiples of this; 0 for any change.</param>
internal sealed record NumberReach(double Own, double Unit, double Minimum, double Maximum, double Step)
{
    // A time of day is rounded to 100 ns, so a multiple of a step may be off by that.
    private const double Rounding = 1e-6;

    /// <summary>A value that stays as it is.</summary>
    public static NumberReach Fixed(double own) => new(own, 1, double.PositiveInfinity, double.NegativeInfinity, 0);

    /// <summary>Whether it is no other value that can be reached.</summary>
    public bool IsFixed => double.IsNaN(Own) || !(Minimum < Own || Maximum > Own) || Minimum > Maximum;

    /// <summary>The value within bounds that costs least; NaN where none can be reached.</summary>
    /// <param name="low">Least value wanted.</param>
    /// <param name="high">Greatest value wanted.</param>
    public double Nearest(double low, double high)
    {
        if (Own >= low && Own <= high)
        {
            return Own;
        }

        (low, high) = (Math.Max(low, Minimum), Math.Min(high, Maximum));
        if (!(low <= high))
        {
            return double.NaN;
        }

        var value = Own < low ? Beyond(low, 1) : Own > high ? Beyond(high, -1) : double.NaN;
        return double.IsFinite(value) && value >= low && value <= high ? value : double.NaN;
    }

    /// <summary>The reachable value nearest to a wanted one on the row's side of it; its own where there is none.</summary>
    public double Toward(double wanted)
    {
        var held = Math.Clamp(wanted, Math.Min(Minimum, Own), Math.Max(Maximum, Own));
        if (held == Own || double.IsNaN(held) || IsFixed)
        {
            return Own;
        }

        var value = Step > 0 ? Own + (Step * Math.Truncate((held - Own) / Step)) : held;
        return Allows(value) ? value : Own;
    }

    /// <summary>What a value costs.</summary>
    public double Cost(double value) => value == Own ? 0 : Unit * Math.Abs(value - Own);

    /// <summary>What the nearest value within bounds costs; infinity where none can be reached.</summary>
    public double Cost(double low, double high) => Nearest(low, high) is var value && double.IsNaN(value) ? double.PositiveInfinity : Cost(value);

    /// <summary>Whether it can be changed to a value.</summary>
    public bool Allows(double value)
    {
        var steps = Step > 0 ? (value - Own) / Step : 0;
        return value == Own || (value >= Minimum && value <= Maximum && Math.Abs(steps - Math.Round(steps)) <= Rounding);
    }

    private double Beyond(double bound, int sign)
    {
        if (Step <= 0)
        {
            return bound;
        }

        var steps = Math.Ceiling(Math.Abs(bound - Own) / Step);
        var value = Own + (sign * steps * Step);

        // Dividing and multiplying may end a bit short of the bound.
        return sign * (value - bound) >= 0 ? value : Own + (sign * (steps + 1) * Step);
    }
}
