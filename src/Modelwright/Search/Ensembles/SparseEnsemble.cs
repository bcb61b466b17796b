using Modelwright.Measures;

namespace Modelwright.Search.Ensembles;

/// <summary>
/// Lets members of an ensemble go that earn less than noise, so that whoever uses the model waits for fewer of them. One after
/// another goes, the one first that spares the most answering for what it costs in loss, as long as the loss of those that are left
/// is above that of all by no more than a small part of its standard error.
/// </summary>
/// <remarks>
/// Greedy selection takes members for gains in the fourth digit, which the next rows do not confirm, and every member is one model a
/// fold. The part was found on the training rows of public tables: docs/search.md has what it changes.
/// </remarks>
internal static class SparseEnsemble
{
    /// <summary>Part of the standard error of the loss that may be given away.</summary>
    internal const double AllowedErrors = 0.1;

    /// <summary>A loss that rises by less, in standard errors, is as good as none: then what is spared decides.</summary>
    private const double FreeErrors = 1e-3;

    /// <summary>Thins out.</summary>
    /// <param name="predictions">One entry a member: the same answers as plain numbers.</param>
    /// <param name="weights">One weight a member, of sum 1; members of weight 0 are not looked at.</param>
    /// <param name="costs">What a member takes to answer, above 0, in any unit.</param>
    /// <param name="pair">Pairs numbers with the truth of those rows.</param>
    /// <param name="metric">What is to be best.</param>
    /// <returns>Weights of sum 1; none is above 0 that was not.</returns>
    public static double[] Thin(IReadOnlyList<double[]> predictions, double[] weights, IReadOnlyList<double> costs, Func<double[], Answers> pair, IMetric metric)
    {
        var lossOf = new BlendLoss(metric).Of;
        var all = pair(Mix(predictions, weights));
        var (loss, error) = (lossOf(all), metric.Estimate(all).StandardError);
        var bound = loss + (AllowedErrors * error);
        var left = weights;
        while (left.Count(weight => weight > 0) > 1 && Next(left) is { } fewer)
        {
            left = fewer;
        }

        return ReferenceEquals(left, weights) ? weights : Reweighed(left);

        double[]? Next(double[] now)
        {
            var best = (Weights: (double[]?)null, Worth: 0.0);
            for (var member = 0; member < now.Length; member++)
            {
                if (now[member] > 0)
                {
                    var without = Without(now, member);
                    var rise = lossOf(pair(Mix(predictions, without))) - loss;
                    var worth = costs[member] / (Math.Max(0, rise / error) + FreeErrors);
                    best = loss + rise <= bound && worth > best.Worth ? (without, worth) : best;
                }
            }

            return best.Weights;
        }

        double[] Reweighed(double[] kept)
        {
            int[] members = [.. Enumerable.Range(0, kept.Length).Where(member => kept[member] > 0)];
            var chosen = GreedyEnsemble.Weigh([.. members.Select(member => predictions[member])], pair, lossOf, members.Length);
            var again = new double[kept.Length];
            for (var place = 0; place < members.Length; place++)
            {
                again[members[place]] = chosen[place];
            }

            return lossOf(pair(Mix(predictions, again))) <= lossOf(pair(Mix(predictions, kept))) ? again : kept;
        }
    }

    private static double[] Without(double[] weights, int member)
    {
        var left = 1 - weights[member];
        return [.. weights.Select((weight, place) => place == member ? 0 : weight / left)];
    }

    private static double[] Mix(IReadOnlyList<double[]> predictions, double[] weights)
    {
        var mixed = new double[predictions[0].Length];
        for (var member = 0; member < weights.Length; member++)
        {
            for (var index = 0; weights[member] > 0 && index < mixed.Length; index++)
            {
                mixed[index] += weights[member] * predictions[member][index];
            }
        }

        return mixed;
    }
}
