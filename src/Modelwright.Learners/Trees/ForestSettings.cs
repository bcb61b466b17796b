namespace Modelwright.Learners.Trees;

/// <summary>One setting of a forest, read from its values.</summary>
internal sealed record ForestSettings
{
    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Share of the columns each split looks at.</summary>
    public double MaxFeatures { get; init; } = 1;

    /// <summary>Rows a leaf holds at least.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>Questions asked of a row at most.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>Whether each tree sees rows drawn with replacement.</summary>
    public bool Bootstrap { get; init; }

    /// <summary>Bytes that the forest may take.</summary>
    public double MaxBytes { get; init; } = double.PositiveInfinity;

    /// <summary>Whether class splits are judged by entropy instead of by Gini's index.</summary>
    public bool Entropy { get; init; }

    /// <summary>Whether thresholds are drawn (extremely randomised trees) instead of searched for.</summary>
    public bool RandomThresholds { get; init; }
}
