namespace Modelwright.Runtime.Steps.Categories.Ordered;

/// <summary>What is mixed into every statistic.</summary>
/// <param name="Mean">The mean of all rows.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct Prior(double Mean, double Weight);
