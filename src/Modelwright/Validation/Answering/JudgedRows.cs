namespace Modelwright.Validation.Answering;

/// <summary>What a model with its rules says of rows that neither had seen.</summary>
/// <param name="Raw">The model's numbers before calibration.</param>
/// <param name="Predictions">Its numbers.</param>
internal sealed record JudgedRows(double[] Raw, double[] Predictions)
{
    /// <summary>For classes with a decision: the answered class of each row; null means the most probable.</summary>
    public int[]? Decided { get; init; }

    /// <summary>Whether the interval or set of each row holds the truth; null where there are none.</summary>
    public bool[]? Held { get; init; }

    /// <summary>The width of the interval or the classes in the set of each row.</summary>
    public double[]? Sizes { get; init; }
}
