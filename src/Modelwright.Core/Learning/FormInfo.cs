namespace Modelwright.Core.Learning;

/// <summary>What a form says of itself.</summary>
/// <param name="Name">The name its reader is listed under, in snake_case: 'class_trees'.</param>
/// <param name="Version">The version of its layout, from 1.</param>
/// <param name="Inputs">The columns it reads, found by name; others in the table are ignored.</param>
public sealed record FormInfo(string Name, int Version, IReadOnlyList<FormInput> Inputs)
{
    /// <summary>Bytes its state takes in memory, about; 0 where it is too small to count.</summary>
    public long Bytes { get; init; }

    /// <summary>
    /// Whether rows of the training data can be read out of its state; a form of other forms holds rows if one of them does.
    /// Such a form enters a package only where a person said so.
    /// </summary>
    public bool HoldsRows { get; init; }
}
