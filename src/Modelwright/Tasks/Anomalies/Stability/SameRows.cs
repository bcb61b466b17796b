namespace Modelwright.Tasks.Anomalies.Stability;

/// <summary>How alike two scores of the same rows are.</summary>
internal static class SameRows
{
    /// <summary>The share of the strangest rows by one score that are among as many strangest by the other; 1 is the same rows, and count / rows what chance gives.</summary>
    /// <param name="one">One a row.</param>
    /// <param name="other">One a row.</param>
    /// <param name="count">How many of the strangest; from 1 to the number of rows.</param>
    public static double Share(double[] one, double[] other, int count) => Strangest(one, count).Intersect(Strangest(other, count)).Count() / (double)count;

    /// <summary>Spearman's rank correlation, rows that score alike at the mean of their ranks; 1 where all rows score alike in both, 0 where they do in one.</summary>
    /// <param name="one">One a row.</param>
    /// <param name="other">One a row.</param>
    public static double RankCorrelation(double[] one, double[] other)
    {
        var (first, second) = (Ranks(one), Ranks(other));
        var middle = (one.Length - 1) / 2.0;
        var (together, ofFirst, ofSecond) = (0.0, 0.0, 0.0);
        for (var row = 0; row < first.Length; row++)
        {
            together += (first[row] - middle) * (second[row] - middle);
            ofFirst += (first[row] - middle) * (first[row] - middle);
            ofSecond += (second[row] - middle) * (second[row] - middle);
        }

        return ofFirst > 0 && ofSecond > 0 ? together / Math.Sqrt(ofFirst * ofSecond) : ofFirst == ofSecond ? 1 : 0;
    }

    private static IEnumerable<int> Strangest(double[] scores, int count) => Enumerable.Range(0, scores.Length).OrderByDescending(row => scores[row]).Take(count);

    private static double[] Ranks(double[] scores)
    {
        var (sorted, order) = ((double[])scores.Clone(), Enumerable.Range(0, scores.Length).ToArray());
        Array.Sort(sorted, order);
        var ranks = new double[scores.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            for (var place = start; place < end; place++)
            {
                ranks[order[place]] = (start + end - 1) / 2.0;
            }

            start = end;
        }

        return ranks;
    }
}
