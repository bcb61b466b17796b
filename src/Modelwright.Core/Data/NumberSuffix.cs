namespace Modelwright.Core.Data;

/// <summary>An ending of a number and what it multiplies by: "k" by 1000, "g" in a column of kilograms by 0.001.</summary>
/// <param name="Text">The ending, such as "k" or "kg"; case matters, white space before it does not.</param>
/// <param name="Factor">Finite and above 0; the number before the ending is multiplied by it.</param>
public sealed record NumberSuffix(string Text, double Factor);
