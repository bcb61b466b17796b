namespace Modelwright.Recording.Insights;

/// <summary>How the mean answer moves with the values of two columns together.</summary>
/// <param name="First">The first column.</param>
/// <param name="Second">The second column.</param>
/// <param name="Output">The class whose probability is meant; null for numbers.</param>
/// <param name="Rows">Rows that the means are of.</param>
/// <param name="Strength">How far the map is from the sum of the two columns' own effects: the standard deviation of what is left, in the unit of the answer.</param>
/// <param name="FirstPoints">Values of the first column, as text.</param>
/// <param name="SecondPoints">Values of the second column, as text.</param>
/// <param name="Means">First x second: the mean answer.</param>
public sealed record EffectMap(string First, string Second, string? Output, int Rows, double Strength, IReadOnlyList<string> FirstPoints, IReadOnlyList<string> SecondPoints, IReadOnlyList<double> Means);
