namespace Modelwright.Selection;

/// <summary>The loss of sets of one size, in shares of the loss of a model without columns.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="Loss">The loss on held-out rows.</param>
/// <param name="AboveBest">How much that is above the best.</param>
/// <param name="StandardError">One standard error of the difference.</param>
internal sealed record SizedLoss(int Columns, double Loss, double AboveBest, double StandardError);
