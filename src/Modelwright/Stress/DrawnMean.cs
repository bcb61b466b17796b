using Modelwright.Measures.Comparing;
using Modelwright.Measures.Intervals;

namespace Modelwright.Stress;

/// <summary>The weighted mean of a figure over some rows, and how far it spreads over other rows of the same kind.</summary>
/// <param name="Value">The mean; NaN where no row has the figure.</param>
/// <param name="Error">One standard deviation of the mean; NaN with fewer than two draws.</param>
/// <param name="Deviation">One standard deviation of the figure itself.</param>
/// <param name="Draws">Rows, or groups of rows that belong together, that were drawn apart.</param>
/// <param name="Rows">Rows that have the figure and a weight above 0.</param>
/// <remarks>Rows of one group count as one draw (Liang &amp; Zeger 1986), as in the intervals of metrics.</remarks>
internal readonly record struct DrawnMean(double Value, double Error, double Deviation, int Draws, int Rows)
{
    /// <summary>As the intervals of the measures take it, resting on its draws where it shows no spread.</summary>
    public Spread Spread => new(Error, Draws, Rows) { Support = Draws };

    /// <summary>Of some rows.</summary>
    /// <param name="figures">One a row of all; NaN where a row does not have it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="weights">One a row of all; null means one each.</param>
    /// <param name="groups">One number a row of all, the same for rows that belong together; null means none do.</param>
    public static DrawnMean Of(double[] figures, IEnumerable<int> rows, double[]? weights, int[]? groups)
    {
        int[] counted = [.. rows.Where(row => !double.IsNaN(figures[row]) && (weights?[row] ?? 1) > 0)];
        var (total, sum) = (0.0, 0.0);
        foreach (var row in counted)
        {
            total += weights?[row] ?? 1;
            sum += (weights?[row] ?? 1) * figures[row];
        }

        var mean = sum / total;
        var draws = new OrderedDictionary<int, double>();
        var squares = 0.0;
        foreach (var row in counted)
        {
            var weight = weights?[row] ?? 1;
            var key = groups?[row] ?? row;
            squares += weight * (figures[row] - mean) * (figures[row] - mean);
            draws[key] = draws.GetValueOrDefault(key) + (weight * (figures[row] - mean));
        }

        var spread = draws.Count < 2 ? double.NaN : Math.Sqrt(draws.Values.Sum(part => part * part) * draws.Count / (draws.Count - 1)) / total;
        return new(mean, spread, Math.Sqrt(squares / total), draws.Count, counted.Length);
    }

    /// <summary>How likely chance alone puts this mean as far above another, from rows that are not these.</summary>
    /// <returns>From 0 to 1; 1 where either rests on fewer than two draws.</returns>
    /// <remarks>
    /// Welch 1947, to one side. The spread of either counts as no less than that of the other would give: a few rows that all cost the same
    /// show no spread, and would prove anything.
    /// </remarks>
    public double ChanceOfMore(DrawnMean other)
    {
        if (Draws < 2 || other.Draws < 2)
        {
            return 1;
        }

        var (own, theirs) = (Math.Max(Error, other.Deviation / Math.Sqrt(Draws)), Math.Max(other.Error, Deviation / Math.Sqrt(other.Draws)));
        var (square, others) = (own * own, theirs * theirs);
        var above = Value - other.Value;
        if (!(square + others > 0))
        {
            return above > 0 ? 0 : 1;
        }

        var freedom = (square + others) * (square + others) / ((square * square / (Draws - 1)) + (others * others / (other.Draws - 1)));
        var chance = StudentDistribution.Above(Math.Abs(above) / Math.Sqrt(square + others), Math.Max(1, (int)freedom));
        return above > 0 ? chance : 1 - chance;
    }
}
