namespace Modelwright.Profile.Baskets;

/// <summary>How probable it is by chance that two groups of baskets share as many as they do: the one-sided exact test of Fisher.</summary>
/// <param name="most">The most baskets that are ever asked for.</param>
internal sealed class HypergeometricTail(int most)
{
    private readonly double[] _logFactorials = LogFactorials(most);

    /// <summary>The probability that at least so many of the drawn baskets are marked.</summary>
    /// <param name="all">All baskets.</param>
    /// <param name="marked">Those that are marked, at most all.</param>
    /// <param name="drawn">Those that are drawn, at most all.</param>
    /// <param name="both">Those that are marked and drawn.</param>
    /// <returns>0 to 1; 0 also where it is too small for a number.</returns>
    public double AtLeast(int all, int marked, int drawn, int both)
    {
        var end = Math.Min(marked, drawn);
        var first = Math.Max(0, drawn + marked - all);
        if (both <= first)
        {
            return 1;
        }

        // Each term from the one before it; beyond the mean they fall, so the sum may end where they no longer count.
        var (sum, term) = (0.0, 1.0);
        for (var count = both; count <= end; count++)
        {
            sum += term;
            term *= (marked - count) / (count + 1.0) * ((drawn - count) / (double)(all - marked - drawn + count + 1));
            if (term < 1e-17 * sum)
            {
                break;
            }
        }

        return Math.Min(1, sum * Math.Exp(Log(all, marked, drawn, both)));
    }

    private double Log(int all, int marked, int drawn, int both) => Choose(marked, both) + Choose(all - marked, drawn - both) - Choose(all, drawn);

    private double Choose(int from, int count) => _logFactorials[from] - _logFactorials[count] - _logFactorials[from - count];

    private static double[] LogFactorials(int most)
    {
        // Kahan 1965: without what each sum rounds off, the error would grow with the number of terms.
        var (logs, sum, lost) = (new double[most + 1], 0.0, 0.0);
        for (var number = 2; number <= most; number++)
        {
            var added = Math.Log(number) - lost;
            lost = sum + added - sum - added;
            sum += added;
            logs[number] = sum;
        }

        return logs;
    }
}
