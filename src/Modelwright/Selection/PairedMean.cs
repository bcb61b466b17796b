namespace Modelwright.Selection;

/// <summary>The weighted mean of differences with its standard error; differences of one cluster (a row, or a group of rows) are one observation.</summary>
internal sealed class PairedMean
{
    private double _sum;
    private double _weight;
    private double _squares;
    private double _products;
    private double _weightSquares;
    private int _clusters;

    /// <summary>The mean; 0 where nothing was added.</summary>
    public double Mean => _weight > 0 ? _sum / _weight : 0;

    /// <summary>Its standard error, that of a ratio of sums over clusters; infinite with fewer than two. Source: Cochran 1977, "Sampling techniques", section 2.11.</summary>
    public double StandardError
    {
        get
        {
            if (_clusters < 2 || _weight <= 0)
            {
                return double.PositiveInfinity;
            }

            var squares = _squares - (2 * Mean * _products) + (Mean * Mean * _weightSquares);
            return Math.Sqrt(Math.Max(0, squares) * _clusters / (_clusters - 1.0)) / _weight;
        }
    }

    /// <summary>Adds a cluster.</summary>
    /// <param name="sum">The sum of its weighted differences.</param>
    /// <param name="weight">The sum of its weights.</param>
    public void Add(double sum, double weight)
    {
        _sum += sum;
        _weight += weight;
        _squares += sum * sum;
        _products += sum * weight;
        _weightSquares += weight * weight;
        _clusters++;
    }

    /// <summary>Adds what another has added.</summary>
    public void Add(PairedMean other)
    {
        _sum += other._sum;
        _weight += other._weight;
        _squares += other._squares;
        _products += other._products;
        _weightSquares += other._weightSquares;
        _clusters += other._clusters;
    }

    /// <summary>Adds rows, those of one group as one cluster.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="ground">Knows groups and weights.</param>
    /// <param name="difference">The difference of the row at a place among them.</param>
    public void AddRows(int[] rows, SelectionGround ground, Func<int, double> difference)
    {
        if (ground.Groups is not { } groups)
        {
            for (var place = 0; place < rows.Length; place++)
            {
                var weight = ground.WeightOf(rows[place]);
                Add(weight * difference(place), weight);
            }

            return;
        }

        foreach (var group in Enumerable.Range(0, rows.Length).GroupBy(place => groups[rows[place]]))
        {
            Add(group.Sum(place => ground.WeightOf(rows[place]) * difference(place)), group.Sum(place => ground.WeightOf(rows[place])));
        }
    }
}
