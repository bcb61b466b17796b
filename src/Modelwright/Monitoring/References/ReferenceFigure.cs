namespace Modelwright.Monitoring.References;

/// <summary>How good the model is on honest rows, by one metric.</summary>
internal sealed record ReferenceFigure
{
    /// <summary>Name of the metric.</summary>
    public required string Metric { get; init; }

    /// <summary>What it scored; null without labels.</summary>
    public double? Realised { get; init; }

    /// <summary>Standard error of that; 0 without labels.</summary>
    public double RealisedError { get; init; }

    /// <summary>Standard deviation of the score between parts of the rows that stand together, beyond chance.</summary>
    public double Spread { get; init; }

    /// <summary>What was estimated for the same rows without their labels; null where nothing can be.</summary>
    public double? Estimated { get; init; }

    /// <summary>Standard error of that.</summary>
    public double EstimatedError { get; init; }

    /// <summary>How far estimates are off on held-out and shifted parts of the rows, beyond chance: the root of the mean square; null without labels.</summary>
    public double? EstimatorError { get; init; }
}
