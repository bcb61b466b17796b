using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.KMeans;

/// <summary>What can be set of k-means.</summary>
internal static class KMeansParameters
{
    /// <summary>First centres drawn.</summary>
    public static ParameterSpec Starts { get; } = ParameterSpec.Integer("starts", (1, 1000), 10, "How often first centres are drawn; the best of all starts is kept.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Moves of a start.</summary>
    public static ParameterSpec MaxIterations { get; } = ParameterSpec.Integer("max_iterations", (1, 10_000), 300, "How often centres are moved in a start at most; it ends before where the sum of squares hardly falls.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Changes that are tried.</summary>
    public static ParameterSpec Swaps { get; } = ParameterSpec.Integer("swaps", (0, 10_000), 50, "How often the centre that is missed least is put elsewhere, and left there where that is better.") with { IsLimit = true };

    /// <summary>Moves over all rows.</summary>
    public static ParameterSpec FinalIterations { get; } = ParameterSpec.Integer("final_iterations", (0, 10_000), 50, "How often centres are moved over all rows at most, where the starts were over 20,000 drawn ones.") with { IsLimit = true };

    /// <summary>Rows learned from.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 10_000_000), 1_000_000, "Different rows that are learned from at most; where there are more, so many are drawn.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [ClusterSettings.Clusters, Starts, MaxIterations, Swaps, FinalIterations, MaxRows];

    /// <summary>Reads a checked setting.</summary>
    public static KMeansChoice Read(ParameterValues values) => new(
        values.Integer(ClusterSettings.Clusters),
        values.Integer(Starts),
        values.Integer(MaxIterations),
        values.Integer(Swaps),
        values.Integer(FinalIterations),
        values.Integer(MaxRows));

    /// <summary>The setting with what was decided.</summary>
    public static ParameterValues With(ParameterValues values, KMeansChoice decided) => values
        .With(Starts.Name, decided.Starts)
        .With(MaxIterations.Name, decided.MaxIterations)
        .With(Swaps.Name, decided.Swaps)
        .With(FinalIterations.Name, decided.FinalIterations);
}
