using Modelwright.Core.Learning;

namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>What can be set of a kernel support vector machine.</summary>
internal static class VectorParameters
{
    /// <summary>What an error costs.</summary>
    public static ParameterSpec Cost { get; } = ParameterSpec.Number("cost", (0.001, 10_000), 1, "What an error costs beside a simple answer; more follows the rows more closely.", isLogarithmic: true);

    /// <summary>The width of the kernel.</summary>
    public static ParameterSpec Gamma { get; } = ParameterSpec.Number("gamma", (0.01, 100), 2, "How fast likeness falls with distance, as a multiple of 1 over the median squared distance between rows; more bends more.", isLogarithmic: true);

    /// <summary>The error that costs nothing.</summary>
    public static ParameterSpec Epsilon { get; } = ParameterSpec.Number("epsilon", (0.0001, 1), 0.1, "Error of a number that costs nothing, in spreads of the target; more holds fewer rows. Classification has none.", isLogarithmic: true);

    /// <summary>Rows learned from.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 10_000), 10_000, "Training rows learned from at most; where there are more, so many are drawn.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Inner fits.</summary>
    public static ParameterSpec InnerFolds { get; } = ParameterSpec.Integer("inner_folds", (0, 10), 3, "Fits on parts of the rows, from whose scores of the other rows probabilities are made; 0 and 1 take the scores of the fit itself, which are too certain.") with { IsLimit = true };

    /// <summary>Pairs moved.</summary>
    public static ParameterSpec MaxIterations { get; } = ParameterSpec.Integer("max_iterations", (1, 10_000_000), 1_000_000, "Pairs of rows that the optimiser moves at most; raise it where a warning says that it did not converge.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>When the optimiser ends.</summary>
    public static ParameterSpec Tolerance { get; } = ParameterSpec.Number("tolerance", (1e-8, 0.1), 1e-3, "The optimiser ends when no pair of rows breaks its conditions by more than this; less is more exact and slower.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Memory of the kernel.</summary>
    public static ParameterSpec CacheMegabytes { get; } = ParameterSpec.Number("cache_megabytes", (1, 10_000), 100, "Megabytes for rows of the kernel that are kept; with less, more are computed again.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Cost, Gamma, Epsilon, MaxRows, InnerFolds, MaxIterations, Tolerance, CacheMegabytes];

    /// <summary>Reads a checked setting.</summary>
    public static VectorSettings Read(ParameterValues values) => new()
    {
        Cost = values.Number(Cost),
        Gamma = values.Number(Gamma),
        Epsilon = values.Number(Epsilon),
        MaxRows = values.Integer(MaxRows),
        InnerFolds = values.Integer(InnerFolds),
        MaxIterations = values.Integer(MaxIterations),
        Tolerance = values.Number(Tolerance),
        CacheBytes = values.Number(CacheMegabytes) * 1e6,
    };
}
