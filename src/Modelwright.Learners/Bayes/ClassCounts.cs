namespace Modelwright.Learners.Bayes;

/// <summary>The weight of every class in every cell of a column, with the smoothing that makes shares of it.</summary>
/// <remarks>
/// A class's share of a cell is (own weight + smoothing x the cell's overall share) / (own weight in all cells + smoothing): the
/// m-estimate of Cestnik 1990. Rows without a value are left out of both. A number of many cells is counted half in its own cell and a
/// quarter in each beside it, as what is near says much the same.
/// </remarks>
internal sealed class ClassCounts
{
    /// <summary>Cells from which a number is taken for one that has neighbours and not for a code.</summary>
    private const int FewestSpread = 8;

    private readonly int _classes;
    private readonly bool _isSpread;
    private readonly double _smoothing;
    private readonly double[] _cells;
    private readonly double[] _totals;
    private readonly double[] _shares;

    /// <summary>Counts.</summary>
    public ClassCounts(CellColumn column, ClassRows rows, double smoothing)
    {
        (_classes, _smoothing) = (rows.Classes, smoothing);
        (_cells, _totals, _shares) = (new double[column.Count * _classes], new double[_classes], new double[column.Count]);
        _isSpread = column.Edges.Length + 1 >= FewestSpread;
        var all = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (column.Cells[row] is var cell and >= 0)
            {
                Count(cell, rows.Codes[row], rows.Weights[row]);
                _totals[rows.Codes[row]] += rows.Weights[row];
                all += rows.Weights[row];
            }
        }

        for (var cell = 0; cell < _shares.Length; cell++)
        {
            _shares[cell] = all > 0 ? _shares[cell] / all : 0;
        }
    }

    /// <summary>What a cell says of a class beside what it says of all, as a logarithm; 0 for a cell whose rows weigh nothing beside the others.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="label">The class.</param>
    /// <param name="without">Weight of a row of this class and cell that is left out; 0 for none.</param>
    public double Log(int cell, int label, double without = 0)
    {
        if (_shares[cell] == 0)
        {
            return 0;
        }

        var own = Math.Max(0, _cells[(cell * _classes) + label] - (without * OwnPart(cell))) + (_smoothing * _shares[cell]);
        return Math.Log(own / (Math.Max(0, _totals[label] - without) + _smoothing) / _shares[cell]);
    }

    /// <summary>What a row counts in its own cell; at an end that of the cell beyond is added.</summary>
    private double OwnPart(int cell) => !_isSpread ? 1 : cell == 0 || cell == _shares.Length - 1 ? 0.75 : 0.5;

    private void Count(int cell, int label, double weight)
    {
        Add(cell, label, weight * OwnPart(cell));
        if (_isSpread && cell > 0)
        {
            Add(cell - 1, label, weight / 4);
        }

        if (_isSpread && cell < _shares.Length - 1)
        {
            Add(cell + 1, label, weight / 4);
        }
    }

    private void Add(int cell, int label, double weight)
    {
        _cells[(cell * _classes) + label] += weight;
        _shares[cell] += weight;
    }
}
