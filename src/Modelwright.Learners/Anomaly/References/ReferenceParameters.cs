using Modelwright.Core.Learning;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>What can be set of detectors that compare rows with points.</summary>
internal static class ReferenceParameters
{
    private const string Mean = "mean";

    /// <summary>Rows that are compared with, of distances.</summary>
    public static ParameterSpec Neighbors { get; } = ParameterSpec.Integer("neighbors", (1, 1000), 10, "Training rows that a row is compared with, of those that stand for all; small groups of strange rows are seen only by more than they have rows.", isLogarithmic: true);

    /// <summary>Rows that are compared with, of densities.</summary>
    public static ParameterSpec DensityNeighbors { get; } = Neighbors with { Default = 20 };

    /// <summary>How distances become one.</summary>
    public static ParameterSpec Distance { get; } = ParameterSpec.Choice("distance", ["farthest", Mean], "Whether a row's score is the distance of the farthest of its neighbours, or the mean over them.");

    /// <summary>Rows that stand for all.</summary>
    public static ParameterSpec MaxRows { get; } = ParameterSpec.Integer("max_rows", (10, 200_000), 15_000, "Training rows that stand for all at most; where there are more, so many are drawn, and still fewer of more than 130 columns.", isLogarithmic: true) with { IsLimit = true };

    /// <summary>Those of distances, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> OfDistance { get; } = [Neighbors, Distance, MaxRows];

    /// <summary>Those of densities, in the order shown.</summary>
    public static IReadOnlyList<ParameterSpec> OfDensity { get; } = [DensityNeighbors, MaxRows];

    /// <summary>Reads a checked setting.</summary>
    public static ReferenceSettings Read(ParameterValues values, ParameterSpec neighbors) =>
        new(values.Integer(neighbors), values.Integer(MaxRows), values.Choice(Distance) == Mean);
}
