namespace Modelwright.Recording;

/// <summary>Something that makes figures too good to be true, as evidence.json has it.</summary>
/// <param name="Severity">How much it matters: 'note', 'warning' or 'severe'.</param>
/// <param name="Kind">What it is about, in snake_case, such as 'target_copy'.</param>
/// <param name="Column">The column; absent where it is about the table.</param>
/// <param name="Text">What was found, with its numbers.</param>
/// <param name="Remedy">What to do.</param>
public sealed record EvidenceFinding(string Severity, string Kind, string? Column, string Text, string Remedy)
{
    /// <summary>What was done: 'drop' where the column was left out of training, 'keep' where it was not; absent where there was nothing to choose.</summary>
    public string? Choice { get; init; }

    /// <summary>The figures of the text by name; absent where there are none.</summary>
    public IReadOnlyDictionary<string, double>? Measured { get; init; }
}
