namespace Modelwright.LightGbm.Boosting;

/// <summary>Which rows count and how much.</summary>
/// <param name="Rows">The rows of a weight above 0; null for all.</param>
/// <param name="Weights">One a row that counts, of mean 1; null where all count alike.</param>
/// <remarks>
/// A row of weight 0 is left out before binning, so that it is as if it were not there. Weights are brought to mean 1
/// because the native library has bounds on sums of weights, and holds them in single precision.
/// </remarks>
internal sealed record RowWeights(int[]? Rows, float[]? Weights)
{
    internal static RowWeights Of(double[]? weights)
    {
        if (weights is null)
        {
            return new(null, null);
        }

        int[] rows = [.. Enumerable.Range(0, weights.Length).Where(row => weights[row] > 0)];
        var kept = rows.Length == weights.Length ? null : rows;
        if (rows.Length == 0 || Array.TrueForAll(rows, row => weights[row] == weights[rows[0]]))
        {
            return new(kept, null);
        }

        // The largest comes first out of the sum, for a sum of huge weights would overflow.
        var largest = rows.Max(row => weights[row]);
        var mean = rows.Sum(row => weights[row] / largest) / rows.Length;
        return new(kept, [.. rows.Select(row => Math.Max((float)(weights[row] / largest / mean), float.Epsilon))]);
    }
}
