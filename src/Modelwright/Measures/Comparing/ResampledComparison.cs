using Modelwright.Core.Errors;

namespace Modelwright.Measures.Comparing;

/// <summary>
/// Whether one way to train is better than another, from scores on the same splits. Splits share most of their training rows,
/// so their scores vary less than those of rows drawn anew; the spread is widened for that.
/// </summary>
/// <remarks>Source: Nadeau and Bengio 2003, "Inference for the generalization error", the corrected resampled t-test.</remarks>
public sealed record ResampledComparison
{
    private ResampledComparison()
    {
    }

    /// <summary>The mean difference, second less first, in the unit of the score.</summary>
    public required double Difference { get; init; }

    /// <summary>Its corrected standard error.</summary>
    public required double StandardError { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper end of it.</summary>
    public required double Upper { get; init; }

    /// <summary>How often chance alone gives a difference as large to either side.</summary>
    public required double PValue { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="first">The score of the first on each split; 2 or more.</param>
    /// <param name="second">The score of the second on the same splits, in the same order.</param>
    /// <param name="testPerTraining">Test rows of a split over its training rows: 0.25 for five folds.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="DataException">There are fewer than two splits, the lengths differ, or the share is not above 0.</exception>
    public static ResampledComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second, double testPerTraining)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count < 2 || !(testPerTraining > 0) || !double.IsFinite(testPerTraining))
        {
            throw new DataException(FormattableString.Invariant($"There are {first.Count} and {second.Count} scores and {testPerTraining} test rows for each training row. Give the scores of both on the same two splits or more, and a share above 0, such as 0.25 for five folds."));
        }

        double[] differences = [.. second.Zip(first, (later, earlier) => later - earlier)];
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        var error = Math.Sqrt(((1.0 / differences.Length) + testPerTraining) * variance);
        var freedom = differences.Length - 1;
        var reach = StudentDistribution.Quantile(0.975, freedom) * error;
        return new()
        {
            Difference = mean,
            StandardError = error,
            Lower = mean - reach,
            Upper = mean + reach,
            PValue = error > 0 ? 2 * StudentDistribution.Above(Math.Abs(mean) / error, freedom) : mean == 0 ? 1 : 0,
        };
    }
}
