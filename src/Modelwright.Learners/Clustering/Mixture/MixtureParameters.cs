using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>What can be set of the mixture.</summary>
internal static class MixtureParameters
{
    /// <summary>The shape of the distributions.</summary>
    public static ParameterSpec Covariance { get; } = ParameterSpec.Choice("covariance", ["auto", "full", "diagonal"], "Whether clusters may lie aslant (full) or along the columns alone (diagonal); auto takes diagonal above 60 columns, or below 2 rows for each column and cluster.");

    /// <summary>What is added to variances.</summary>
    public static ParameterSpec Regularization { get; } = ParameterSpec.Number("regularization", (1e-9, 1), 1e-4, "What is added to each variance, as a share of the mean variance of the columns; more keeps clusters from becoming thin.", isLogarithmic: true);

    /// <summary>First distributions drawn.</summary>
    public static ParameterSpec Starts { get; } = ParameterSpec.Integer("starts", (1, 1000), 10, "How often first clusters are drawn; the most likely of all starts is kept.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Rounds of a start.</summary>
    public static ParameterSpec MaxIterations { get; } = ParameterSpec.Integer("max_iterations", (1, 10_000), 200, "Rounds of expectation and maximisation in a start at most; it ends before where the likelihood hardly rises.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Rounds over all rows.</summary>
    public static ParameterSpec FinalIterations { get; } = ParameterSpec.Integer("final_iterations", (0, 10_000), 20, "Rounds over all rows at most, where the starts were over 20,000 drawn ones.") with { IsLimit = true };

    /// <summary>Rows learned from.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 10_000_000), 1_000_000, "Different rows that are learned from at most; where there are more, so many are drawn.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [ClusterSettings.Clusters, Covariance, Regularization, Starts, MaxIterations, FinalIterations, MaxRows];

    /// <summary>Reads a checked setting.</summary>
    public static MixtureChoice Read(ParameterValues values) => new(
        values.Integer(ClusterSettings.Clusters),
        values.Choice(Covariance) switch { "full" => false, "diagonal" => true, _ => null },
        values.Number(Regularization),
        values.Integer(Starts),
        values.Integer(MaxIterations),
        values.Integer(FinalIterations),
        values.Integer(MaxRows));

    /// <summary>The setting with what was decided.</summary>
    public static ParameterValues With(ParameterValues values, MixtureChoice decided) => values
        .With(Starts.Name, decided.Starts)
        .With(MaxIterations.Name, decided.MaxIterations)
        .With(FinalIterations.Name, decided.FinalIterations);
}
