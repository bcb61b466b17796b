using Modelwright.Core.Data;

namespace Modelwright.Sources.Joins;

/// <summary>Sum, mean, minimum, maximum and, where rows have a time, the last of numbers; missing where there is none.</summary>
internal sealed class NumberSummary(string name, Blocks<double> values, int rows, bool hasTime) : IChildSummary
{
    private readonly double[] _sums = Missing(rows);
    private readonly double[] _means = Missing(rows);
    private readonly double[] _minima = Missing(rows);
    private readonly double[] _maxima = Missing(rows);
    private readonly double[] _lasts = Missing(hasTime ? rows : 0);
    private double _sum;
    private double _minimum;
    private double _maximum;
    private double _last;
    private int _count;

    public void Begin() => (_sum, _minimum, _maximum, _count) = (0, double.PositiveInfinity, double.NegativeInfinity, 0);

    public void Take(int childRow)
    {
        var value = values.At(childRow);
        if (!double.IsNaN(value))
        {
            _sum += value;
            _minimum = Math.Min(_minimum, value);
            _maximum = Math.Max(_maximum, value);
            _last = value;
            _count++;
        }
    }

    public void Write(int parentRow)
    {
        if (_count == 0)
        {
            return;
        }

        // A sum past the largest double is no value that a column may hold.
        _sums[parentRow] = double.IsFinite(_sum) ? _sum : double.NaN;
        _means[parentRow] = double.IsFinite(_sum) ? _sum / _count : double.NaN;
        _minima[parentRow] = _minimum;
        _maxima[parentRow] = _maximum;
        if (hasTime)
        {
            _lasts[parentRow] = _last;
        }
    }

    public IEnumerable<Column> Build()
    {
        yield return new NumberColumn($"{name}.sum", _sums);
        yield return new NumberColumn($"{name}.mean", _means);
        yield return new NumberColumn($"{name}.min", _minima);
        yield return new NumberColumn($"{name}.max", _maxima);
        if (hasTime)
        {
            yield return new NumberColumn($"{name}.last", _lasts);
        }
    }

    private static double[] Missing(int rows)
    {
        var values = new double[rows];
        Array.Fill(values, double.NaN);
        return values;
    }
}
