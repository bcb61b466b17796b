namespace Modelwright.Recording.Selecting;

/// <summary>How good a small model of so many columns is.</summary>
/// <param name="Columns">Number of columns.</param>
/// <param name="Loss">Its loss on held-out rows, as a share of the loss of a model without columns.</param>
/// <param name="AboveBest">How much that is above the loss of the best number.</param>
/// <param name="StandardError">One standard error of the difference, paired by rows.</param>
public sealed record SetSize(int Columns, double Loss, double AboveBest, double StandardError)
{
    /// <summary>Whether this number was taken.</summary>
    public bool IsChosen { get; init; }
}
