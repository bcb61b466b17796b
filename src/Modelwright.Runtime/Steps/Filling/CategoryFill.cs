namespace Modelwright.Runtime.Steps.Filling;

/// <summary>What stands in for a missing category.</summary>
public enum CategoryFill
{
    /// <summary>A level of its own, "(missing)".</summary>
    OwnLevel,

    /// <summary>The most frequent level of the training rows; of equals the first by name.</summary>
    MostFrequent,
}
