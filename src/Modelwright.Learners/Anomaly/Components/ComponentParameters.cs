using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.Components;

/// <summary>What can be set of principal components.</summary>
internal static class ComponentParameters
{
    /// <summary>What of a row counts.</summary>
    public static ParameterSpec Distance { get; } = ParameterSpec.Choice("distance", ["weighted", "reconstruction"], "Whether all components count, each in units of its own spread, or what is left of a row after the major components have drawn it.");

    /// <summary>What the major components explain.</summary>
    public static ParameterSpec Explained { get; } = ParameterSpec.Number("explained", (0.01, 0.999), 0.9, "Share of the variance that the major components explain; what is beside them is the reconstruction error.");

    /// <summary>Rows looked at.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 10_000_000), 50_000, "Rows that components are found from at most, drawn by chance; fewer where columns are many.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Distance, Explained, MaxRows];
}
