namespace Modelwright.Runtime.Forms.Rules;

/// <summary>What one input must be for a rule to hold.</summary>
/// <param name="Input">Position in the rule set's inputs.</param>
public sealed record RuleCondition(int Input)
{
    /// <summary>A number must be above this; negative infinity for no such bound, and for a category.</summary>
    public double Above { get; init; } = double.NegativeInfinity;

    /// <summary>A number must be at most this; infinity for no such bound, and for a category.</summary>
    public double AtMost { get; init; } = double.PositiveInfinity;

    /// <summary>Whether a missing value fulfils it; of a category also a level that is not known.</summary>
    public bool HoldsMissing { get; init; }

    /// <summary>The levels of a category that fulfil it: bit code % 32 of word code / 32; empty for a number.</summary>
    public uint[] Levels { get; init; } = [];

    /// <summary>Whether a value of the input fulfils it.</summary>
    /// <param name="value">A number, or the code of a level as one; NaN or a negative code is missing.</param>
    /// <param name="isCategory">Whether the input is a category.</param>
    internal bool Holds(double value, bool isCategory)
    {
        if (!isCategory)
        {
            return double.IsNaN(value) ? HoldsMissing : (value > Above || double.IsNegativeInfinity(Above)) && value <= AtMost;
        }

        var code = (int)value;
        return code < 0 ? HoldsMissing : HoldsLevel(code);
    }

    /// <summary>Whether a level fulfils it.</summary>
    internal bool HoldsLevel(int code) => code >> 5 < Levels.Length && (Levels[code >> 5] >> (code & 31) & 1) != 0;
}
