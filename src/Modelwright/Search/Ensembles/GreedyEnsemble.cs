using Modelwright.Measures;

namespace Modelwright.Search.Ensembles;

/// <summary>
/// Greedy forward selection of members with replacement: again and again the member is added that makes the mean best.
/// Source: Caruana, Niculescu-Mizil, Crew and Ksikes 2004, "Ensemble selection from libraries of models".
/// </summary>
internal static class GreedyEnsemble
{
    private const int Rounds = 40;
    private const int Patience = 8;

    /// <summary>Chooses members and weights.</summary>
    /// <param name="predictions">One entry a member: the same answers as plain numbers.</param>
    /// <param name="pair">Pairs numbers with the truth of those rows.</param>
    /// <param name="lossOf">What is to be small.</param>
    /// <param name="most">The largest number of different members.</param>
    /// <param name="mayJoin">Whether a member may join those that were counted at least once; null lets every member. Each may stand alone.</param>
    /// <returns>One weight a member, of sum 1.</returns>
    public static double[] Weigh(IReadOnlyList<double[]> predictions, Func<double[], Answers> pair, Func<Answers, double> lossOf, int most, Func<int[], int, bool>? mayJoin = null)
    {
        var counts = new int[predictions.Count];
        var best = new int[predictions.Count];
        var bestLoss = double.PositiveInfinity;
        var sum = new double[predictions[0].Length];
        var trial = new double[sum.Length];
        var answers = pair(trial);
        var since = 0;
        for (var round = 1; round <= Rounds && since < Patience; round++)
        {
            var full = counts.Count(count => count > 0) >= most;
            bool IsOpen(int candidate) => counts[candidate] > 0 || (!full && (mayJoin is null || mayJoin(counts, candidate)));
            var (member, loss) = Next(predictions, IsOpen, sum, trial, round, () => lossOf(answers));
            counts[member]++;
            Add(sum, predictions[member]);
            since++;
            if (loss < bestLoss - 1e-12)
            {
                bestLoss = loss;
                counts.CopyTo(best, 0);
                since = 0;
            }
        }

        var total = (double)best.Sum();
        return [.. best.Select(count => count / total)];
    }

    private static (int Member, double Loss) Next(
        IReadOnlyList<double[]> predictions, Func<int, bool> isOpen, double[] sum, double[] trial, int round, Func<double> lossOfTrial)
    {
        var chosen = (Member: -1, Loss: double.PositiveInfinity);
        for (var member = 0; member < predictions.Count; member++)
        {
            if (!isOpen(member))
            {
                continue;
            }

            var added = predictions[member];
            for (var index = 0; index < trial.Length; index++)
            {
                trial[index] = (sum[index] + added[index]) / round;
            }

            var loss = lossOfTrial();
            if (chosen.Member < 0 || loss < chosen.Loss)
            {
                chosen = (member, loss);
            }
        }

        return chosen;
    }

    private static void Add(double[] sum, double[] added)
    {
        for (var index = 0; index < sum.Length; index++)
        {
            sum[index] += added[index];
        }
    }
}
