using System.Numerics;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Trees;

/// <summary>What one input of trees can be made to be in one row, and how far that is.</summary>
internal sealed class InputReach
{
    /// <summary>The code of a missing value or of a level that the trees do not know.</summary>
    public const double Unknown = -1;

    private readonly NumberReach? _number;
    private readonly ulong _levels;
    private readonly bool _reachesUnknown;
    private readonly double _cost;

    private InputReach(double own, NumberReach? number, ulong levels, bool reachesUnknown, double cost)
    {
        (Own, _number, _levels, _reachesUnknown, _cost) = (own, number, levels, reachesUnknown, cost);
        IsFixed = number?.IsFixed ?? (levels == 0 && !reachesUnknown);
    }

    /// <summary>The row's value: a number, NaN where missing; or the code of a level, <see cref="Unknown"/> where there is none.</summary>
    public double Own { get; }

    /// <summary>Whether it cannot be changed.</summary>
    public bool IsFixed { get; }

    /// <summary>Whether it is a level.</summary>
    public bool IsLevels => _number is null;

    /// <summary>The codes that it can be changed to, beside its own.</summary>
    public IEnumerable<double> Codes
    {
        get
        {
            for (var left = _levels; left != 0; left &= left - 1)
            {
                yield return BitOperations.TrailingZeroCount(left);
            }

            if (_reachesUnknown)
            {
                yield return Unknown;
            }
        }
    }

    /// <summary>A number.</summary>
    public static InputReach Number(NumberReach reach) => new(reach.Own, reach, 0, false, 0);

    /// <summary>A level.</summary>
    /// <param name="own">Its code.</param>
    /// <param name="levels">The codes that it can be changed to, a bit each.</param>
    /// <param name="reachesUnknown">Whether it can be changed to a level that the trees do not know.</param>
    /// <param name="cost">What a change costs.</param>
    public static InputReach Level(double own, ulong levels, bool reachesUnknown, double cost) => new(own, null, levels, reachesUnknown, cost);

    /// <summary>What the cheapest value within a cut costs; infinity where none can be reached.</summary>
    public double Distance(Cut cut) => IsLevels
        ? Holds(cut, Own) ? 0 : (_levels & cut.Levels) != 0 || (_reachesUnknown && cut.HoldsMissing) ? _cost : double.PositiveInfinity
        : double.IsNaN(Own) ? (cut.HoldsMissing ? 0 : double.PositiveInfinity) : _number!.Cost(cut.Low, cut.High);

    /// <summary>What a value costs.</summary>
    public double Distance(double value) => IsLevels ? (value == Own ? 0 : _cost) : double.IsNaN(Own) ? 0 : _number!.Cost(value);

    /// <summary>The cheapest value within a cut that can be reached; not to be asked where <see cref="Distance(Cut)"/> is infinite.</summary>
    public double Value(Cut cut) => !IsLevels ? (double.IsNaN(Own) ? Own : _number!.Nearest(cut.Low, cut.High))
        : Holds(cut, Own) ? Own
        : (_levels & cut.Levels) is var common && common != 0 ? BitOperations.TrailingZeroCount(common) : Unknown;

    /// <summary>Whether a value is within a cut.</summary>
    public bool Holds(Cut cut, double value) => IsLevels
        ? value >= 0 ? (cut.Levels >> (int)value & 1) != 0 : cut.HoldsMissing
        : double.IsNaN(value) ? cut.HoldsMissing : value >= cut.Low && value <= cut.High;

    /// <summary>A value that costs no more than a radius, its own half of the time.</summary>
    /// <param name="radius">The most it may cost.</param>
    /// <param name="share">From 0 to below 1: which.</param>
    public double Drawn(double radius, double share)
    {
        if (IsFixed || share < 0.5)
        {
            return Own;
        }

        if (IsLevels)
        {
            return _cost <= radius ? Codes.ElementAt((int)((share - 0.5) * 2 * Codes.Count())) : Own;
        }

        return Clip(_number!.Toward(Own + (((share * 4) - 3) * radius / _number.Unit)), radius);
    }

    /// <summary>The value nearest to a wanted one that costs no more than a radius.</summary>
    public double Clip(double wanted, double radius)
    {
        if (IsFixed || Distance(wanted) <= radius)
        {
            return IsFixed ? Own : wanted;
        }

        if (IsLevels)
        {
            return Own;
        }

        var value = _number!.Toward(Own + (Math.Sign(wanted - Own) * radius / _number.Unit));
        while (_number.Cost(value) > radius)
        {
            // The product of a quotient may be a bit more than it was made of.
            value = _number.Toward(value > Own ? Math.BitDecrement(value) : Math.BitIncrement(value));
        }

        return value;
    }
}
