namespace Modelwright.Stress.Slices;

/// <summary>What rows of a slice have in one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Words">What holds, such as "'age' above 60" or "'plan' = 'basic'".</param>
/// <param name="Holds">One a row: whether it holds there.</param>
internal sealed record Condition(string Column, string Words, bool[] Holds);
