using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.OneClass;

/// <summary>What can be set of a one-class support vector machine.</summary>
internal static class OneClassParameters
{
    /// <summary>Share of rows outside.</summary>
    public static ParameterSpec Nu { get; } = ParameterSpec.Number("nu", (0.001, 1), 0.5, "The share of the rows that may lie outside the region, and of the points that hold it up at least; more is smoother.", isLogarithmic: true);

    /// <summary>Width of the kernel.</summary>
    public static ParameterSpec Gamma { get; } = ParameterSpec.Number("gamma", (0.001, 1000), 1, "How fast nearness falls with squared distance, in units of 1 over the median squared distance of two rows; more follows the rows closer.", isLogarithmic: true);

    /// <summary>Rows that stand for all.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 30_000), 3000, "Training rows whose groups of three are learned from at most; where there are more, so many are drawn.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Steps of the optimiser.</summary>
    public static ParameterSpec MaxIterations { get; } = ParameterSpec.Integer("max_iterations", (1, 10_000_000), 100_000, "Pairs of points that the optimiser may move.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Nu, Gamma, MaxRows, MaxIterations];
}
