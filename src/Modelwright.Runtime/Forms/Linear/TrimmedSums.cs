namespace Modelwright.Runtime.Forms.Linear;

/// <summary>Leaves out the inputs whose every coefficient is 0.</summary>
internal static class TrimmedSums
{
    /// <summary>The sums over fewer inputs; null where there is nothing to leave out.</summary>
    /// <remarks>
    /// What is added for such an input is 0 or -0, an infinite value included, which is held at the end of the numbers first. That
    /// changes a sum in one case alone, -0, and a sum is never -0 unless its intercept is; then all inputs stay.
    /// </remarks>
    internal static LinearScores? Of(LinearScores scores)
    {
        var count = scores.Inputs.Count;
        var used = new UsedInputs(scores.Inputs);
        for (var place = 0; place < scores.Coefficients.Length; place++)
        {
            if (scores.Coefficients[place] != 0)
            {
                used.Use(place % count);
            }
        }

        return used.AreAll || scores.Intercepts.Any(intercept => intercept == 0 && double.IsNegative(intercept))
            ? null
            : new(used.Kept, [.. scores.Coefficients.Where((_, place) => used[place % count])], scores.Intercepts)
            {
                Means = [.. scores.Means.Where((_, input) => used[input])],
            };
    }
}
