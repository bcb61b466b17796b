using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Linear;

/// <summary>Weighted sums of number columns. A missing value counts as 0.</summary>
/// <param name="Inputs">Number columns.</param>
/// <param name="Coefficients">Outputs x inputs, output by output.</param>
/// <param name="Intercepts">One an output; their number is the number of outputs.</param>
public sealed record LinearScores(IReadOnlyList<FormInput> Inputs, double[] Coefficients, double[] Intercepts)
{
    /// <summary>
    /// For each input, its mean over the training rows: a contribution is the coefficient times what the value differs from it. Empty where not
    /// known; then contributions count from 0.
    /// </summary>
    public double[] Means { get; init; } = [];
}
