using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Anomalies.Histogram;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Anomaly.Histogram;

/// <summary>
/// The histogram of one column. Edges come from groups of three rows or more, so that no row can be read out of them: the outermost are means of the
/// outer rows. What is further outside than a cell is wide is as rare as an empty cell.
/// </summary>
internal sealed class HistogramFit
{
    /// <summary>Rows that every cell is thought to hold besides, so that an empty one is not infinitely rare.</summary>
    private const double Besides = 0.5;

    /// <summary>The least width of a cell, as a share of all: a value that many rows share has none.</summary>
    private const double LeastWidth = 1e-6;

    /// <summary>Different values up to which each is a cell.</summary>
    private const int FewValues = 20;

    private readonly List<double> _edges = [];
    private readonly List<double> _densities = [];

    private HistogramFit()
    {
    }

    /// <summary>The histogram of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isDynamic">Whether cells are to hold about equally many rows.</param>
    /// <param name="bins">Cells at most; 0 chooses.</param>
    public static CellRow Of(NumberColumn column, bool isDynamic, int bins)
    {
        var values = ValueGroups.Of(column);
        var (groups, fit) = (values.Groups, new HistogramFit());
        if (groups.Count == 0)
        {
            return new([], [0]);
        }

        if (groups.Count == 1 || (groups.Count <= FewValues && groups.All(group => group.IsShared)))
        {
            fit.TakeValues(groups, column.RowCount);
        }
        else if (isDynamic)
        {
            fit.TakeEqualRows(groups, bins > 0 ? bins : (int)Math.Sqrt(column.RowCount));
        }
        else
        {
            fit.TakeEqualWidth(values.Sorted, groups[0].Value, groups[^1].Value, bins);
        }

        return fit.Cells();
    }

    private static double Middle(double low, double high) => (0.5 * low) + (0.5 * high);

    /// <summary>A cell for each value, as high as it has rows; another one on either side.</summary>
    private void TakeValues(IReadOnlyList<ValueGroup> groups, int rows)
    {
        var gap = groups.Count > 1 ? 0.5 * groups[1].Value - (0.5 * groups[0].Value) : Math.Max(0.5 * Math.Abs(groups[0].Value), 1e-6);
        var last = groups.Count > 1 ? (0.5 * groups[^1].Value) - (0.5 * groups[^2].Value) : gap;
        Outside(groups[0].Below);
        Edge(groups[0].Value - gap);
        for (var group = 0; group < groups.Count; group++)
        {
            _densities.Add(groups[group].Count + Besides);
            Edge(group + 1 < groups.Count ? Middle(groups[group].Value, groups[group + 1].Value) : groups[group].Value + last);
        }

        Outside(rows - groups[^1].Below - groups[^1].Count);
    }

    private void TakeEqualWidth(ReadOnlySpan<double> sorted, double low, double high, int asked)
    {
        var bins = asked > 0 ? asked : BinCount.Of(sorted, low, high);
        var rows = new int[bins];
        foreach (var value in sorted)
        {
            rows[BinCount.Cell(value, low, high, bins)]++;
        }

        var width = (high / bins) - (low / bins);
        Outside(0);
        Edge(low - width);
        for (var cell = 0; cell < bins; cell++)
        {
            _densities.Add(rows[cell] + Besides);
            var share = (cell + 1.0) / bins;
            Edge(cell + 1 < bins ? (low * (1 - share)) + (high * share) : high + width);
        }

        Outside(0);
    }

    private void TakeEqualRows(IReadOnlyList<ValueGroup> groups, int bins)
    {
        double all = groups.Sum(group => group.Count);
        var (held, start) = (0, groups[0].Value);
        Outside(0);
        Edge(groups[0].Value - (groups[^1].Value / bins) + (groups[0].Value / bins));
        for (var group = 0; group < groups.Count; group++)
        {
            held += groups[group].Count;
            var isLast = group + 1 == groups.Count;
            if (!isLast && held < all / bins)
            {
                continue;
            }

            var end = isLast ? groups[group].Value : Middle(groups[group].Value, groups[group + 1].Value);
            _densities.Add((held + Besides) / Math.Max(LeastWidth, ((0.5 * end) - (0.5 * start)) / ((0.5 * groups[^1].Value) - (0.5 * groups[0].Value))));
            Edge(isLast ? end + (groups[^1].Value / bins) - (groups[0].Value / bins) : end);
            (held, start) = (0, end);
        }

        Outside(0);
    }

    private void Outside(int rows) => _densities.Add(rows + Besides);

    private void Edge(double value) => _edges.Add(Math.Clamp(value, -double.MaxValue, double.MaxValue));

    private CellRow Cells()
    {
        var highest = _densities.Max();
        return new([.. _edges], [.. _densities.Select(density => Math.Min(PortableMath.Log(highest / density), 1e3))]);
    }
}
