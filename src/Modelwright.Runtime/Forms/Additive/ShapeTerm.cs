namespace Modelwright.Runtime.Forms.Additive;

/// <summary>What one input adds to the score: a step function of a number, or one value a level.</summary>
/// <param name="Edges">
/// Of a number: ascending thresholds; a value that is not above the first falls into bin 1, one above the last into the last
/// bin. Empty for a category, whose bins from 1 are the levels of the input.
/// </param>
/// <param name="Values">Bins x outputs, bin by bin. Bin 0 is the answer to a missing value or a level not seen in training.</param>
public sealed record ShapeTerm(double[] Edges, double[] Values);
