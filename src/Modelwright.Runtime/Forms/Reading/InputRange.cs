using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Reading;

/// <summary>The values of one input that some conditions on it leave. Immutable.</summary>
internal sealed record InputRange
{
    /// <summary>Behind the range of a number: a missing value is in it too.</summary>
    internal const string OrMissing = "*";

    /// <summary>What <see cref="OrMissing"/> means, as a line.</summary>
    internal const string Footnote = "* also where the value is missing";

    private readonly FormInput _input;
    private readonly bool[] _levels;

    private InputRange(FormInput input, bool[] levels) => (_input, _levels) = (input, levels);

    /// <summary>Numbers are above this.</summary>
    private double Above { get; init; } = double.NegativeInfinity;

    /// <summary>Numbers are at most this.</summary>
    private double AtMost { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a missing value (of a category: also a level that is not known) is left.</summary>
    private bool Missing { get; init; } = true;

    /// <summary>All values.</summary>
    internal static InputRange All(FormInput input) => new(input, [.. input.Levels.Select(_ => true)]);

    /// <summary>Those of a number's values that are at most a threshold, or those that are not.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <param name="isLow">Whether the low side is meant.</param>
    /// <param name="hasMissing">Whether missing values are on the side that is meant.</param>
    internal InputRange Cut(double threshold, bool isLow, bool hasMissing) => isLow
        ? this with { AtMost = Math.Min(AtMost, threshold), Missing = Missing && hasMissing }
        : this with { Above = Math.Max(Above, threshold), Missing = Missing && hasMissing };

    /// <summary>Those of a category's levels that are in a set; or those that are not, what is missing or not known among them.</summary>
    /// <param name="holds">Whether a code is in the set.</param>
    /// <param name="isInside">Whether the set is meant.</param>
    internal InputRange Choose(Func<int, bool> holds, bool isInside) => new(_input, [.. _levels.Select((left, code) => left && holds(code) == isInside)])
    {
        Missing = Missing && !isInside,
    };

    /// <summary>The condition in words, such as "1 &lt; age &lt;= 5*", "plan is basic, gold".</summary>
    public override string ToString() => _input.Type == ColumnType.Category ? OfLevels() : OfNumbers();

    private string OfLevels()
    {
        string[] left = [.. _input.Levels.Where((_, code) => _levels[code])];
        string[] gone = [.. _input.Levels.Where((_, code) => !_levels[code])];
        return !Missing ? $"{_input.Name} is {ReadableText.Levels(left)}"
            : left.Length == 0 ? $"{_input.Name} is missing or not known"
            : $"{_input.Name} is not {ReadableText.Levels(gone)}";
    }

    private string OfNumbers()
    {
        // A split of missing values from all others has the largest number for its threshold.
        var (hasLow, hasHigh) = (double.IsFinite(Above) && Above > -double.MaxValue, AtMost < double.MaxValue);
        if (Above == double.MaxValue)
        {
            return $"{_input.Name} is missing";
        }

        var range = (hasLow, hasHigh) switch
        {
            (true, true) => $"{ReadableNumber.Of(Above)} < {_input.Name} <= {ReadableNumber.Of(AtMost)}",
            (true, false) => $"{_input.Name} > {ReadableNumber.Of(Above)}",
            (false, true) => $"{_input.Name} <= {ReadableNumber.Of(AtMost)}",
            _ => $"{_input.Name} is not missing",
        };
        return Missing && (hasLow || hasHigh) ? range + OrMissing : range;
    }
}
