namespace Modelwright.Findings.Labels;

/// <summary>
/// Numbers that are far from out-of-fold answers: further than six times the median distance of rows with like answers,
/// scaled to a standard deviation, so that where numbers spread more, more is let pass.
/// </summary>
internal static class NumberDoubts
{
    private const double Far = 6;

    /// <summary>Of the normal distribution: deviation over median absolute distance.</summary>
    private const double DeviationOfMedian = 1.4826;
    private const int RowsOfStrip = 200;
    private const int MostStrips = 20;

    /// <summary>The doubted rows, the furthest first.</summary>
    /// <param name="answers">Numbers of models that have not seen the rows.</param>
    /// <param name="given">The target of each row.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<LabelDoubt> Of(double[] answers, double[] given, int most)
    {
        int[] order = [.. Enumerable.Range(0, answers.Length).OrderBy(row => answers[row])];
        var strips = Math.Clamp(order.Length / RowsOfStrip, 1, MostStrips);
        var floor = DeviationOfMedian * Median(Array.ConvertAll(order, row => Math.Abs(given[row] - answers[row]))) / 10;
        var doubts = new List<LabelDoubt>();
        for (var strip = 0; strip < strips; strip++)
        {
            int[] rows = order[(int)((long)strip * order.Length / strips)..(int)((long)(strip + 1) * order.Length / strips)];
            var scale = Math.Max(floor, DeviationOfMedian * Median(Array.ConvertAll(rows, row => Math.Abs(given[row] - answers[row]))));
            foreach (var row in rows)
            {
                var distance = Math.Abs(given[row] - answers[row]) / scale;
                if (scale > 0 && distance >= Far)
                {
                    doubts.Add(new(row, -1, distance));
                }
            }
        }

        return [.. doubts.OrderByDescending(doubt => doubt.Doubt).ThenBy(doubt => doubt.Place).Take(most)];
    }

    private static double Median(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }
}
