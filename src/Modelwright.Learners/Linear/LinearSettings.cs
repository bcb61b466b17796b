namespace Modelwright.Learners.Linear;

/// <summary>One setting of a linear model, read from its values.</summary>
/// <param name="Penalty">How hard coefficients are held near zero.</param>
/// <param name="L1Ratio">The part of the penalty on absolute values.</param>
/// <param name="MaxIterations">Iterations at most.</param>
/// <param name="Tolerance">The largest slope at which the optimiser ends.</param>
internal sealed record LinearSettings(double Penalty, double L1Ratio, int MaxIterations, double Tolerance);
