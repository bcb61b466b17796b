using Modelwright.Measures;
using Modelwright.Measures.Comparing;
using Modelwright.Measures.Intervals;

namespace Modelwright.Stress.Fairness;

/// <summary>A figure of one group, with an interval at any level.</summary>
/// <param name="Mean">The mean, or the root of it, and its spread.</param>
/// <param name="Scale">The shape of the interval.</param>
internal sealed record GroupMean(DrawnMean Mean, FigureScale Scale)
{
    /// <summary>The chance that an interval misses to one side.</summary>
    private const double Tail = 0.025;

    /// <summary>The figure.</summary>
    public double Value => Mean.Value;

    /// <summary>Of some rows.</summary>
    /// <param name="figure">What each row adds.</param>
    /// <param name="rows">The rows of the group.</param>
    /// <param name="weights">One a row of all; null means one each.</param>
    /// <param name="groups">One number a row of all, the same for rows that belong together; null means none do.</param>
    public static GroupMean Of(RowFigure figure, IEnumerable<int> rows, double[]? weights, int[]? groups)
    {
        var mean = DrawnMean.Of(figure.Values, rows, weights, groups);
        if (figure.Scale != FigureScale.Root)
        {
            return new(mean, figure.Scale);
        }

        // The delta method: the root spreads by the derivative of the root.
        var root = Math.Sqrt(mean.Value);
        return new(mean with { Value = root, Error = root > 0 ? mean.Error / (2 * root) : 0 }, figure.Scale);
    }

    /// <summary>The figure with an interval that, of so many that are read together, all hold with 95 % (Bonferroni).</summary>
    /// <param name="comparisons">1 or more; with 1 it is the usual interval.</param>
    public Estimate At(int comparisons)
    {
        if (Mean.Draws < 2)
        {
            return new(Value, double.NaN, double.NaN, double.NaN, Mean.Rows);
        }

        var usual = Mean.Spread;
        var wider = comparisons == 1 ? 1 : StudentDistribution.Quantile(1 - (Tail / comparisons), usual.Draws - 1) / usual.Reach;
        var spread = usual with { StandardError = usual.StandardError * wider, Support = usual.Support / (wider * wider) };
        var way = spread.Reach * spread.StandardError;
        var (lower, upper) = Scale switch
        {
            FigureScale.Share => IntervalEnds.Of(IntervalScale.Share, (0, 1), Value, spread),
            FigureScale.Number => (Value - way, Value + way),
            _ => IntervalEnds.Of(IntervalScale.Log, (0, double.PositiveInfinity), Value, spread),
        };
        return new(Value, Mean.Error, lower, upper, Mean.Rows);
    }
}
