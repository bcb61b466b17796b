namespace Modelwright.Findings;

/// <summary>A row whose target looks wrong to a model that has not seen it.</summary>
/// <param name="Row">The row of the table, from 0.</param>
/// <param name="Given">The target as it stands there.</param>
/// <param name="Suggested">What the model would have expected: a class, or a number.</param>
/// <param name="Doubt">For classes how far the suggested one is ahead, from 0.5 (level) to 1; for numbers the distance in robust deviations of rows with like answers, from 6.</param>
public sealed record SuspectRow(int Row, string Given, string Suggested, double Doubt);
