using Modelwright.Monitoring.References;

namespace Modelwright.Monitoring.Performance;

/// <summary>Learns an expected loss as a product of factors, one a column.</summary>
/// <remarks>
/// The minimum-bias iteration of Bailey 1963 for multiplicative models, which climbs the Poisson likelihood one column at a time;
/// each bin counts some rows of average loss besides its own, so that bins of few rows say little. A few rounds, which is early stopping.
/// </remarks>
internal static class LossLearning
{
    private const int Rounds = 4;
    private const double PriorRows = 50;

    /// <summary>A loss beyond this share of all is cut to it: one row must not decide.</summary>
    private const double MostShare = 0.999;

    /// <summary>Fits.</summary>
    /// <param name="codes">One list a column with the bin of each row; -1 is missing.</param>
    /// <param name="bins">How many bins each column has.</param>
    /// <param name="losses">The loss of each row, 0 or more.</param>
    /// <param name="rows">Rows to learn from; at least one.</param>
    public static LossTable Fit(IReadOnlyList<int[]> codes, IReadOnlyList<int> bins, double[] losses, int[] rows)
    {
        var known = Array.ConvertAll(rows, row => losses[row]);
        var most = known.Order().ElementAt((int)(MostShare * (known.Length - 1)));

        // What is cut off the largest is given to all alike, so that the mean stays.
        var mean = known.Average();
        var cut = known.Average(loss => Math.Min(loss, most));
        var table = new LossTable(mean, [.. bins.Select(count => Enumerable.Repeat(1.0, count + 1).ToArray())]);
        if (!(cut > 0))
        {
            return table;
        }

        var expected = new double[rows.Length];
        Array.Fill(expected, cut);
        for (var round = 0; round < Rounds; round++)
        {
            for (var column = 0; column < codes.Count; column++)
            {
                Adjust(table.Factors[column], codes[column], rows, known, most, expected, cut);
            }
        }

        return table;
    }

    private static void Adjust(double[] factors, int[] codes, int[] rows, double[] losses, double most, double[] expected, double mean)
    {
        var (seen, said) = (new double[factors.Length], new double[factors.Length]);
        Array.Fill(seen, PriorRows * mean);
        Array.Fill(said, PriorRows * mean);
        for (var index = 0; index < rows.Length; index++)
        {
            var bin = codes[rows[index]] is >= 0 and var code ? code : factors.Length - 1;
            seen[bin] += Math.Min(losses[index], most);
            said[bin] += expected[index];
        }

        for (var index = 0; index < rows.Length; index++)
        {
            var bin = codes[rows[index]] is >= 0 and var code ? code : factors.Length - 1;
            expected[index] *= seen[bin] / said[bin];
        }

        for (var bin = 0; bin < factors.Length; bin++)
        {
            factors[bin] *= seen[bin] / said[bin];
        }
    }
}
