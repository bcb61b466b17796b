using System.Runtime.InteropServices;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings;

/// <summary>What is measured on a number column.</summary>
internal sealed record NumberFacts
{
    private const int MostLevels = 32;
    private const int MostSorted = 100_000;

    internal required int Rows { get; init; }

    internal required int Missing { get; init; }

    internal required double Minimum { get; init; }

    internal required double Maximum { get; init; }

    internal required double Mean { get; init; }

    internal required double Deviation { get; init; }

    internal required bool IsWhole { get; init; }

    /// <summary>Whether each value is above the one before it.</summary>
    internal required bool IsRising { get; init; }

    /// <summary>Every k-th value, sorted; all of them up to 100,000 rows.</summary>
    internal required double[] Sorted { get; init; }

    /// <summary>Different values: of all rows up to 100,000 rows or 32 values, else among <see cref="Sorted"/>.</summary>
    internal required int Distinct { get; init; }

    internal int Present => Rows - Missing;

    /// <summary>The different values with their counts in ascending order; null where there are more than 32.</summary>
    internal required IReadOnlyList<(double Value, int Count)>? Levels { get; init; }

    internal bool IsAllDistinct => Missing == 0 && Distinct == Sorted.Length;

    internal static NumberFacts Of(Blocks<double> values, double? marker = null)
    {
        var pass = new Pass(values.RowCount, marker);
        for (var block = 0; block < values.BlockCount; block++)
        {
            pass.Add(values[block]);
        }

        return pass.Facts();
    }

    internal double Quantile(double share)
    {
        if (Sorted.Length == 0)
        {
            return double.NaN;
        }

        var position = share * (Sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, Sorted.Length - 1);
        return Sorted[below] + ((position - below) * (Sorted[above] - Sorted[below]));
    }

    private sealed class Pass(int rows, double? marker)
    {
        private readonly int _stride = Math.Max(1, (rows + MostSorted - 1) / MostSorted);
        private readonly List<double> _kept = new(Math.Min(rows, MostSorted));
        private Dictionary<double, int>? _counts = [];
        private int _row;
        private int _present;
        private double _mean;
        private double _squares;
        private double _minimum = double.PositiveInfinity;
        private double _maximum = double.NegativeInfinity;
        private double _before = double.NegativeInfinity;
        private bool _isWhole = true;
        private bool _isRising = true;

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
                _minimum = Math.Min(_minimum, value);
                _maximum = Math.Max(_maximum, value);
                _isWhole &= value == Math.Floor(value);
                _isRising &= value > _before;
                _before = value;
                Count(value);
                if (_stride == 1 || row % _stride == 0)
                {
                    _kept.Add(value);
                }
            }
        }

        private void Count(double value)
        {
            if (_counts is not null)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _)++;
                _counts = _counts.Count > MostLevels ? null : _counts;
            }
        }

        internal NumberFacts Facts()
        {
            double[] sorted = [.. _kept];
            Array.Sort(sorted);
            var distinct = 0;
            for (var position = 0; position < sorted.Length; position++)
            {
                distinct += position == 0 || sorted[position] != sorted[position - 1] ? 1 : 0;
            }

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
                Sorted = sorted,
                Distinct = _counts?.Count ?? distinct,
                Levels = _counts is null ? null : [.. _counts.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key)],
            };
        }
    }
}
