namespace Modelwright.Validation.Conformal;

/// <summary>
/// The score that a new row stays within as often as a level says, whatever the rows are like, as long as they and the new one
/// could have come in any order.
/// </summary>
/// <remarks>
/// Source: Vovk, Gammerman and Shafer 2005, "Algorithmic learning in a random world"; out of fold as in Barber, Candès, Ramdas and
/// Tibshirani 2021, "Predictive inference with the jackknife+", and Vovk 2015 on cross-conformal predictors.
/// </remarks>
internal static class ConformalQuantile
{
    /// <summary>The smallest score that as many rows stay within as the level asks for, the new row counted as one more that does not.</summary>
    /// <param name="scores">One a row; higher is stranger. Not changed.</param>
    /// <param name="weights">One a row; null means one each.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>Infinity where there are too few rows for the level.</returns>
    public static double Of(double[] scores, double[]? weights, double level)
    {
        var order = Enumerable.Range(0, scores.Length).Where(row => weights is null || weights[row] > 0).ToArray();
        Array.Sort(order, (one, other) => scores[one].CompareTo(scores[other]) is var sign and not 0 ? sign : one - other);
        var total = weights is null ? order.Length : order.Sum(row => weights[row]);
        var needed = level * (total + (order.Length == 0 ? 1 : total / order.Length));
        var within = 0.0;
        foreach (var row in order)
        {
            within += weights is null ? 1 : weights[row];

            // Sums of shares such as 0.9 x 10 are a rounding away from whole numbers.
            if (within >= needed * (1 - 1e-12))
            {
                return scores[row];
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>What a person is told where rows are too few.</summary>
    public static string TooFew(int rows, double level) => FormattableString.Invariant(
        $"There are no prediction intervals or sets: {rows} out-of-fold answers are too few to hold the truth in {level:0.###} of the rows. Bring more rows, or ask for less with --coverage.");
}
