using Modelwright.Core.Learning;

namespace Modelwright.Learners.Linear;

/// <summary>What can be set of a linear model.</summary>
internal static class LinearParameters
{
    /// <summary>How hard coefficients are held near zero.</summary>
    public static ParameterSpec Penalty { get; } = ParameterSpec.Number("penalty", (1e-7, 1e3), 1e-3, "How hard coefficients are held near zero, for a mean loss and a target of unit spread; more is simpler and steadier. Where it is not set and validation rows are given, it is chosen by their loss.", isLogarithmic: true);

    /// <summary>The part of the penalty on absolute values.</summary>
    public static ParameterSpec L1Ratio { get; } = ParameterSpec.Number("l1_ratio", (0, 1), 0, "Part of the penalty on absolute values: 0 is ridge, 1 is the lasso, which leaves columns out.");

    /// <summary>Iterations at most.</summary>
    public static ParameterSpec MaxIterations { get; } = ParameterSpec.Integer("max_iterations", (1, 10_000), 300, "Iterations of the optimiser at most; raise it where a warning says that it did not converge.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>When the optimiser ends.</summary>
    public static ParameterSpec Tolerance { get; } = ParameterSpec.Number("tolerance", (1e-10, 1e-1), 1e-4, "The optimiser ends when no slope of the objective is above this; less is more exact and slower.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Penalty, L1Ratio, MaxIterations, Tolerance];

    /// <summary>Reads a checked setting.</summary>
    public static LinearSettings Read(ParameterValues values) =>
        new(values.Number(Penalty), values.Number(L1Ratio), values.Integer(MaxIterations), values.Number(Tolerance));
}
