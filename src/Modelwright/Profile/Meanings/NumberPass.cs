using System.Runtime.InteropServices;

namespace Modelwright.Profile.Meanings;

/// <summary>One pass over a number column.</summary>
/// <param name="rows">Rows of the column.</param>
/// <param name="marker">A number that stands for "no value".</param>
internal sealed class NumberPass(int rows, double? marker)
{
    private const int MostLevels = 32;
    private const int MostSorted = 100_000;

    private readonly int _stride = Math.Max(1, (rows + MostSorted - 1) / MostSorted);
    private readonly List<double> _kept = new(Math.Min(rows, MostSorted));
    private readonly DistinctCounter _distinct = new();
    private Dictionary<double, int>? _counts = [];
    private int _row;
    private int _present;
    private double _mean;
    private double _squares;
    private double _minimum = double.PositiveInfinity;
    private double _second = double.PositiveInfinity;
    private int _atMinimum;
    private double _maximum = double.NegativeInfinity;
    private double _before = double.NegativeInfinity;
    private bool _isWhole = true;
    private bool _isRising = true;
    private bool _areDays = true;

    internal void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            var row = _row++;
            if (double.IsNaN(value) || value == marker)
            {
                continue;
            }

            _present++;
            var change = value - _mean;
            _mean += change / _present;
            _squares += change * (value - _mean);
            Low(value);
            _maximum = Math.Max(_maximum, value);
            _isWhole &= value == Math.Floor(value);
            _isRising &= value > _before;
            _areDays = _areDays && IsDay(value);
            _before = value;
            Count(value);
            if (_stride == 1 || row % _stride == 0)
            {
                _kept.Add(value);
            }
        }
    }

    internal NumberFacts Facts()
    {
        double[] sorted = [.. _kept];
        Array.Sort(sorted);
        var distinct = Different(sorted);
        return new()
        {
            Rows = _row,
            Missing = _row - _present,
            Minimum = _present == 0 ? double.NaN : _minimum,
            Maximum = _present == 0 ? double.NaN : _maximum,
            Mean = _present == 0 ? double.NaN : _mean,
            Deviation = _present < 2 ? double.NaN : Math.Sqrt(_squares / (_present - 1)),
            IsWhole = _present > 0 && _isWhole,
            IsRising = _present > 0 && _isRising,
            AreDays = _present > 0 && _areDays,
            AtMinimum = _atMinimum,
            Second = _second,
            Sorted = sorted,
            Distinct = _counts?.Count ?? (_stride == 1 ? distinct : _distinct.Count),
            IsEstimate = _counts is null && _stride > 1 && !_distinct.IsExact,
            IsAllDistinct = _present == _row && distinct == sorted.Length,
            Levels = _counts is null ? null : [.. _counts.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key)],
        };
    }

    private void Low(double value)
    {
        if (value < _minimum)
        {
            (_second, _minimum, _atMinimum) = (_minimum, value, 1);
        }
        else if (value == _minimum)
        {
            _atMinimum++;
        }
        else if (value < _second)
        {
            _second = value;
        }
    }

    private void Count(double value)
    {
        if (_stride > 1)
        {
            // Adding zero makes -0.0 equal to 0.0.
            _distinct.Add(BitConverter.DoubleToUInt64Bits(value + 0.0));
        }

        if (_counts is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _)++;
            _counts = _counts.Count > MostLevels ? null : _counts;
        }
    }

    private static int Different(double[] sorted)
    {
        var different = 0;
        for (var position = 0; position < sorted.Length; position++)
        {
            different += position == 0 || sorted[position] != sorted[position - 1] ? 1 : 0;
        }

        return different;
    }

    private static bool IsDay(double value)
    {
        if (value is not (>= 1900_01_01 and <= 2100_12_31) || value != Math.Floor(value))
        {
            return false;
        }

        var (year, month, day) = ((int)value / 10_000, (int)value / 100 % 100, (int)value % 100);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
