namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>How far two rows are from each other.</summary>
public enum NeighborMetric
{
    /// <summary>Root of the sum of squared differences.</summary>
    Euclidean,

    /// <summary>Sum of absolute differences; a single odd column counts less.</summary>
    Manhattan,

    /// <summary>Euclidean after every row is brought to length 1, so that direction alone counts; a row of zeros stays where it is.</summary>
    Cosine,
}
