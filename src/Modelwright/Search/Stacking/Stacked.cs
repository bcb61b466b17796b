using Modelwright.Validation;
using Modelwright.Validation.Answering;

namespace Modelwright.Search.Stacking;

/// <summary>A second layer that was fitted over the members.</summary>
/// <param name="Layer">What it is.</param>
/// <param name="Fits">Its fits, on the folds of the search.</param>
/// <param name="Answers">What both layers answer together out of fold, row by row.</param>
internal sealed record Stacked(SecondLayer Layer, CrossFit Fits, double[] Answers)
{
    /// <summary>What is known of rows that no fit of either layer had seen, chosen without them; null before they were asked.</summary>
    public OutOfFold? Held { get; init; }

    /// <summary>Where those rows stand among the rows of the search, ascending.</summary>
    public int[] HeldRows { get; init; } = [];
}
