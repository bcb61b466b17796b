using Modelwright.Core.Learning;

namespace Modelwright.Learners.Clustering;

/// <summary>What all clustering learners let a person set.</summary>
internal static class ClusterSettings
{
    /// <summary>The name of the number of clusters in every learner.</summary>
    public const string ClustersName = "clusters";

    /// <summary>How many clusters.</summary>
    public static ParameterSpec Clusters { get; } = ParameterSpec.Integer(ClustersName, (1, 500), 8, "Clusters to find; more are finer, 1 puts all rows together. There are fewer where the rows do not bear so many.", isLogarithmic: true);

    /// <summary>Rows learned from by methods whose cost grows with their square.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 100_000), 20_000, "Different rows that are learned from at most; where there are more, so many are drawn, as time grows with their square.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>What a person is told where there are fewer clusters than asked.</summary>
    public static string Fewer(int asked, int found) =>
        FormattableString.Invariant($"{asked} clusters were asked for and {found} {(found == 1 ? "was" : "were")} found: the rows do not bear more of at least 3 rows each. Ask for fewer, or give more rows.");

    /// <summary>What a person is told where rows were drawn.</summary>
    public static string Drawn(int leftOut, int all) =>
        FormattableString.Invariant($"The clusters were learned from {all - leftOut} rows drawn out of {all}; the others were assigned to them. Raise max_rows to learn from more of them.");
}
