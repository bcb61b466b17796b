namespace Modelwright.Tasks.Anomalies;

/// <summary>How much each of several detectors counts, told by nothing but their scores of the same rows.</summary>
/// <remarks>
/// A detector counts as much as it agrees with the weighted mean of the others, and not at all where it contradicts them (the idea of SELECT: Rayana
/// &amp; Akoglu 2016); detectors that say nearly the same share the weight of one, so that a crowd of alike detectors does not outvote the rest. Agreement is the correlation of surprises,
/// in which the strangest rows weigh most.
/// </remarks>
internal static class MemberWeights
{
    private const int Rounds = 5;
    private const int MostRows = 50_000;

    /// <summary>A member of less than this share of an equal one's is left out: it would cost its time and change nothing.</summary>
    private const double Least = 0.1;

    /// <summary>How fast two detectors become one as their correlation nears 1.</summary>
    private const double Likeness = 4;

    /// <summary>The weights.</summary>
    /// <param name="surprises">Members x rows: how surprising each member finds each row; one member or more, of as many rows each.</param>
    /// <returns>One a member, 0 or more, of sum 1.</returns>
    public static double[] Of(IReadOnlyList<double[]> surprises)
    {
        ArgumentNullException.ThrowIfNull(surprises);
        var correlations = Correlations(surprises);
        double[] shares = [.. correlations.Select(row => 1 / Math.Sqrt(row.Sum(other => Math.Pow(Math.Max(0, other), Likeness))))];
        var weights = (double[])shares.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var last = weights;
            weights = [.. shares.Select((share, member) => share * Agreement(correlations, last, member))];
        }

        return Normalized(weights);
    }

    /// <summary>The correlation of each member with the weighted mean of the others, 0 where it is below; 1 of a single one.</summary>
    /// <param name="surprises">Members x rows.</param>
    /// <param name="weights">One a member.</param>
    /// <returns>One a member.</returns>
    public static double[] Agreements(IReadOnlyList<double[]> surprises, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(surprises);
        ArgumentNullException.ThrowIfNull(weights);
        var correlations = Correlations(surprises);
        return [.. weights.Select((_, member) => Agreement(correlations, weights, member))];
    }

    private static double Agreement(double[][] correlations, double[] weights, int member)
    {
        if (weights.Length == 1)
        {
            return 1;
        }

        var (together, spread) = (0.0, 0.0);
        for (var one = 0; one < weights.Length; one++)
        {
            if (one == member)
            {
                continue;
            }

            var weight = weights[one] * Unlikeness(correlations[member][one]);
            together += weight * correlations[member][one];
            for (var other = 0; other < weights.Length; other++)
            {
                spread += other == member ? 0 : weight * weights[other] * Unlikeness(correlations[member][other]) * correlations[one][other];
            }
        }

        return spread > 0 ? Math.Clamp(together / Math.Sqrt(spread), 0, 1) : 0;
    }

    /// <summary>A detector that says the same is no witness for it.</summary>
    private static double Unlikeness(double correlation) => 1 - Math.Pow(Math.Clamp(correlation, 0, 1), Likeness);

    private static double[] Normalized(double[] weights)
    {
        var sum = weights.Sum();
        if (!(sum > 0))
        {
            // No two agree on anything: none is better than another.
            return [.. weights.Select(_ => 1.0 / weights.Length)];
        }

        double[] kept = [.. weights.Select(weight => weight < Least * sum / weights.Length ? 0 : weight)];
        return [.. kept.Select(weight => weight / kept.Sum())];
    }

    private static double[][] Correlations(IReadOnlyList<double[]> surprises)
    {
        double[][] standard = [.. surprises.Select(Standard)];
        return [.. standard.Select((one, row) => standard.Select((other, column) => row == column ? 1 : Product(one, other)).ToArray())];
    }

    /// <summary>Evenly spaced rows, of mean 0 and length 1; of length 0 where all are alike.</summary>
    private static double[] Standard(double[] values)
    {
        var stride = (values.Length + MostRows - 1) / MostRows;
        double[] some = [.. Enumerable.Range(0, (values.Length + stride - 1) / Math.Max(1, stride)).Select(place => values[place * stride])];
        var mean = some.Average();
        var length = Math.Sqrt(some.Sum(value => (value - mean) * (value - mean)));
        return [.. some.Select(value => length > 0 ? (value - mean) / length : 0)];
    }

    private static double Product(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var row = 0; row < one.Length; row++)
        {
            sum += one[row] * other[row];
        }

        return sum;
    }
}
