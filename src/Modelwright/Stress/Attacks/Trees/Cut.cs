namespace Modelwright.Stress.Attacks.Trees;

/// <summary>What one input must be for a row to end in a leaf.</summary>
/// <param name="Input">Which input.</param>
/// <param name="Low">The least number.</param>
/// <param name="High">The greatest number; the bounds are among the numbers, so that nothing is lost between two of them.</param>
/// <param name="Levels">The codes of levels, a bit each.</param>
/// <param name="HoldsMissing">Whether a missing value, or a level that the trees do not know, ends there too.</param>
internal readonly record struct Cut(int Input, double Low, double High, ulong Levels, bool HoldsMissing)
{
    /// <summary>Whatever the input is.</summary>
    public static Cut Anything(int input) => new(input, double.NegativeInfinity, double.PositiveInfinity, ulong.MaxValue, true);

    /// <summary>Both at once.</summary>
    public Cut Meet(Cut other) => new(Input, Math.Max(Low, other.Low), Math.Min(High, other.High), Levels & other.Levels, HoldsMissing && other.HoldsMissing);
}
