namespace Modelwright.Profile;

/// <summary>Something about the data that a person should know.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Kind">What it is about, in snake_case: 'missing', 'constant', 'id', 'duplicates', 'imbalance', 'rare_levels', 'near_unique' and others.</param>
/// <param name="Column">The column; null where it is about the table.</param>
/// <param name="Text">What was found, with its numbers.</param>
/// <param name="Remedy">What to do, or what is done by itself.</param>
public sealed record Finding(FindingSeverity Severity, string Kind, string? Column, string Text, string Remedy)
{
    /// <summary>The figures of the text by name, for a program; absent where there are none.</summary>
    public IReadOnlyDictionary<string, double>? Measured { get; init; }

    /// <summary>What was done about it: 'drop' where the column was left out of training, 'keep' where it was not; absent where there was nothing to choose.</summary>
    public string? Choice { get; init; }

    /// <summary>The kind of a finding of the profile that this one says too, with more; null for most.</summary>
    internal string? InPlaceOf { get; init; }
}
