using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>One setting of nearest neighbours.</summary>
internal sealed record NeighborChoice
{
    /// <summary>Rows whose answers are averaged.</summary>
    public required int Neighbors { get; init; }

    /// <summary>How much each of them counts.</summary>
    public required NeighborVote Vote { get; init; }

    /// <summary>How far rows are apart.</summary>
    public required NeighborMetric Metric { get; init; }

    /// <summary>How much more columns count that tell of the target.</summary>
    public required double Relevance { get; init; }

    /// <summary>Whether trees point to the points that are looked at; null leaves it to their number.</summary>
    public required bool? UsesForest { get; init; }

    /// <summary>Number of trees.</summary>
    public required int Trees { get; init; }

    /// <summary>Points looked at where there are trees.</summary>
    public required int Candidates { get; init; }

    /// <summary>Rows held at most.</summary>
    public required int MaxRows { get; init; }

    /// <summary>Whether so many points are searched by a forest.</summary>
    public bool IsForest(int points) => UsesForest ?? (points > NeighborParameters.MostExact);
}
