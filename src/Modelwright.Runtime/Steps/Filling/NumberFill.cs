namespace Modelwright.Runtime.Steps.Filling;

/// <summary>What stands in for a missing number.</summary>
public enum NumberFill
{
    /// <summary>The middle value of the training rows; outliers do not move it.</summary>
    Median,

    /// <summary>The mean of the training rows, by weight.</summary>
    Mean,
}
