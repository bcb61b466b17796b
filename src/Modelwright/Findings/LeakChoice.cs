namespace Modelwright.Findings;

/// <summary>What a training run does with a column of which a severe leak is found.</summary>
public enum LeakChoice
{
    /// <summary>Asks where a person can answer; elsewhere only exact copies of the target are left out.</summary>
    Ask,

    /// <summary>Leaves every such column out.</summary>
    Drop,

    /// <summary>Leaves none out.</summary>
    Keep,
}
