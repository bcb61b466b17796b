using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Covariance;

/// <summary>What can be set of a robust covariance.</summary>
internal static class CovarianceParameters
{
    /// <summary>Starts by chance.</summary>
    public static ParameterSpec Starts { get; } = ParameterSpec.Integer("starts", (1, 10_000), 50, "Small sets of rows that the search starts from; more find the closest half of the rows more surely.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Rows held for usual.</summary>
    public static ParameterSpec Support { get; } = ParameterSpec.Number("support", (0.5, 1), 0.5, "Share of the rows that the covariance is first found from; more where anomalies are surely fewer, 1 is the plain covariance.");

    /// <summary>Rows looked at.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 10_000_000), 50_000, "Rows looked at, drawn by chance; fewer where columns are many.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Starts, Support, MaxRows];
}
