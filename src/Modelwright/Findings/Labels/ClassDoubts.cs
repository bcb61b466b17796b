namespace Modelwright.Findings.Labels;

/// <summary>
/// Classes that look wrong by out-of-fold probabilities: another class is at least as probable there as it is on average in
/// its own rows, and the given one is not. Source: Northcutt, Jiang and Chuang 2021, "Confident learning: estimating
/// uncertainty in dataset labels"; ranked by the normalised margin.
/// </summary>
internal static class ClassDoubts
{
    /// <summary>The doubted rows, the most doubtful first.</summary>
    /// <param name="probabilities">[rows x classes], of models that have not seen the rows.</param>
    /// <param name="given">The class of each row.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<LabelDoubt> Of(double[] probabilities, int[] given, int classes, int most)
    {
        var thresholds = Thresholds(probabilities, given, classes);
        var doubts = new List<LabelDoubt>();
        for (var row = 0; row < given.Length; row++)
        {
            var chances = probabilities.AsSpan(row * classes, classes);
            var suggested = Suggested(chances, thresholds, given[row]);
            if (suggested >= 0 && chances[suggested] > chances[given[row]])
            {
                doubts.Add(new(row, suggested, (1 + chances[suggested] - chances[given[row]]) / 2));
            }
        }

        return [.. doubts.OrderByDescending(doubt => doubt.Doubt).ThenBy(doubt => doubt.Place).Take(most)];
    }

    // What a class is given on average in its own rows.
    private static double[] Thresholds(double[] probabilities, int[] given, int classes)
    {
        var (sums, counts) = (new double[classes], new int[classes]);
        for (var row = 0; row < given.Length; row++)
        {
            sums[given[row]] += probabilities[(row * classes) + given[row]];
            counts[given[row]]++;
        }

        for (var wanted = 0; wanted < classes; wanted++)
        {
            sums[wanted] = counts[wanted] == 0 ? double.PositiveInfinity : sums[wanted] / counts[wanted];
        }

        return sums;
    }

    private static int Suggested(ReadOnlySpan<double> chances, double[] thresholds, int given)
    {
        var best = -1;
        for (var other = 0; other < chances.Length; other++)
        {
            if (other != given && chances[other] >= thresholds[other] && (best < 0 || chances[other] > chances[best]))
            {
                best = other;
            }
        }

        return best;
    }
}
