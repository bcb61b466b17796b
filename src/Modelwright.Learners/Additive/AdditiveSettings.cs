namespace Modelwright.Learners.Additive;

/// <summary>One setting of an additive model, read from its values.</summary>
internal sealed record AdditiveSettings
{
    /// <summary>Bins a number is cut into at most, the one of missing values left out.</summary>
    public int Bins { get; init; }

    /// <summary>Part of each tree's answer that is added.</summary>
    public double LearningRate { get; init; }

    /// <summary>Rounds over all columns at most.</summary>
    public int Rounds { get; init; }

    /// <summary>Pairs of columns at most.</summary>
    public int Pairs { get; init; }

    /// <summary>Rounds over all pairs at most.</summary>
    public int PairRounds { get; init; }

    /// <summary>Models that are averaged.</summary>
    public int OuterBags { get; init; }

    /// <summary>First rounds whose cuts are drawn.</summary>
    public int Smoothing { get; init; }

    /// <summary>Rows a leaf holds at least.</summary>
    public int MinSamplesLeaf { get; init; }
}
