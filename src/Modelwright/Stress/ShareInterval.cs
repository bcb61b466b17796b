using Modelwright.Measures.Intervals;

namespace Modelwright.Stress;

/// <summary>How sure a share of rows is.</summary>
internal static class ShareInterval
{
    /// <summary>The 95 % interval of a share: Wilson 1927, with Student's reach.</summary>
    /// <param name="hits">Rows that count, from 0 to <paramref name="rows"/>.</param>
    /// <param name="rows">All rows; with fewer than two nothing is known, from 0 to 1.</param>
    public static (double Value, double Lower, double Upper) Of(int hits, int rows)
    {
        if (rows < 2)
        {
            return (rows == 0 ? double.NaN : hits, 0, 1);
        }

        var share = (double)hits / rows;
        var error = Math.Sqrt(share * (1 - share) / rows);
        var (lower, upper) = IntervalEnds.Of(IntervalScale.Share, (0, 1), share, new Spread(error, rows, rows) { Support = rows });
        return (share, lower, upper);
    }
}
