using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>What can be set of nearest neighbours.</summary>
internal static class NeighborParameters
{
    /// <summary>Points above which a search of all of them gives way to a forest where nothing is said.</summary>
    public const int MostExact = 50_000;

    private const string Automatic = "auto";
    private const string Always = "forest";

    /// <summary>How many rows answer.</summary>
    public static ParameterSpec Neighbors { get; } = ParameterSpec.Integer("neighbors", (1, 1000), 10, "Training rows whose answers are averaged; more are smoother. Where it is not set and validation rows are given, it is chosen by their loss.", isLogarithmic: true);

    /// <summary>How much each of them counts.</summary>
    public static ParameterSpec Weights { get; } = ParameterSpec.Choice("weights", ["distance", "uniform"], "Whether near neighbours count more, by the inverse of their distance, or all the same.");

    /// <summary>How far rows are from each other.</summary>
    public static ParameterSpec Metric { get; } = ParameterSpec.Choice("metric", ["euclidean", "manhattan", "cosine"], "How far two rows are apart: manhattan minds a single odd column less, cosine looks at directions alone, as of texts.");

    /// <summary>How much columns that tell of the target count more.</summary>
    public static ParameterSpec Relevance { get; } = ParameterSpec.Number("relevance", (0, 4), 1, "How much more a column counts that tells of the target, by itself or beside another; 0 makes all columns count as they come.");

    /// <summary>How neighbours are found.</summary>
    public static ParameterSpec Search { get; } = ParameterSpec.Choice("search", [Automatic, "exact", Always], "Whether a row is compared with all points, or with those that trees point to; auto takes trees above 50,000 points.") with { IsLimit = true };

    /// <summary>Trees of the forest.</summary>
    public static ParameterSpec Trees { get; } = ParameterSpec.Integer("trees", (1, 64), 8, "Trees that point to near points where not all are looked at; more find more of the true neighbours.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Points looked at.</summary>
    public static ParameterSpec Candidates { get; } = ParameterSpec.Integer("candidates", (10, 1_000_000), 2000, "Points that a row is compared with at the least where trees point to them; more find more of the true neighbours and take longer.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Rows held.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 10_000_000), 1_000_000, "Training rows that are held at most; where there are more, so many are drawn.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>All of them, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> All { get; } = [Neighbors, Weights, Metric, Relevance, Search, Trees, Candidates, MaxRows];

    /// <summary>Reads a checked setting.</summary>
    public static NeighborChoice Read(ParameterValues values) => new()
    {
        Neighbors = values.Integer(Neighbors),
        Vote = values.Choice(Weights) == "uniform" ? NeighborVote.Uniform : NeighborVote.Distance,
        Metric = values.Choice(Metric) switch
        {
            "manhattan" => NeighborMetric.Manhattan,
            "cosine" => NeighborMetric.Cosine,
            _ => NeighborMetric.Euclidean,
        },
        Relevance = values.Number(Relevance),
        UsesForest = values.Choice(Search) switch { Always => true, Automatic => null, _ => false },
        Trees = values.Integer(Trees),
        Candidates = values.Integer(Candidates),
        MaxRows = values.Integer(MaxRows),
    };
}
