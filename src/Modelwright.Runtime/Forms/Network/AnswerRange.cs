namespace Modelwright.Runtime.Forms.Network;

/// <summary>What makes a number of the output of a network.</summary>
/// <param name="Center">The number at output 0.</param>
/// <param name="Spread">How much an output of 1 is more.</param>
/// <param name="Lowest">The least answer.</param>
/// <param name="Highest">The greatest answer, not below the least.</param>
public sealed record AnswerRange(double Center, double Spread, double Lowest, double Highest);
