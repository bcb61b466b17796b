using Modelwright.Core.Data;

namespace Modelwright.Learners.Anomaly;

/// <summary>
/// The values of one column in ascending groups of three rows or more, so that a group says of no row what it holds: a group is a value that so
/// many rows share, or the mean of neighbouring values. Towards the ends groups are small, so that tails are known to a few parts in a hundred.
/// </summary>
internal sealed class ValueGroups
{
    /// <summary>Different values up to which each that enough rows share is a group of its own.</summary>
    private const int MostExact = 1000;

    /// <summary>A group takes this share of the rows between it and the nearer end.</summary>
    private const int Fineness = 50;

    private readonly List<ValueGroup> _groups = [];
    private readonly double[] _sorted;
    private readonly bool _isExact;

    private ValueGroups(double[] sorted)
    {
        _sorted = sorted;
        _isExact = Different() <= MostExact;
        Gather();
    }

    /// <summary>The groups in ascending order of their values; none where there are fewer than three rows.</summary>
    public IReadOnlyList<ValueGroup> Groups => _groups;

    /// <summary>All values in ascending order; not to be stored.</summary>
    public ReadOnlySpan<double> Sorted => _sorted;

    /// <summary>The groups of a column.</summary>
    public static ValueGroups Of(NumberColumn column)
    {
        var values = new double[column.RowCount];
        column.Values.CopyTo(values);

        // Adding 0 makes -0 a 0, so that both are one value.
        foreach (ref var value in values.AsSpan())
        {
            value += 0.0;
        }

        Array.Sort(values);
        return new(values);
    }

    private int Different()
    {
        var different = _sorted.Length > 0 ? 1 : 0;
        for (var place = 1; place < _sorted.Length; place++)
        {
            different += _sorted[place] != _sorted[place - 1] ? 1 : 0;
        }

        return different;
    }

    /// <summary>Goes from value to value, and ends a group where it is full or where a value stands for itself.</summary>
    private void Gather()
    {
        var start = 0;
        for (var place = 0; place < _sorted.Length;)
        {
            var end = End(place);
            var isShared = end - place >= ColumnSpread.FewestRows;
            if (isShared && (_isExact || end - place >= Wanted(place)))
            {
                Close(start, place);
                start = place;
            }

            if (end - start >= (isShared && _isExact ? ColumnSpread.FewestRows : Wanted(start)))
            {
                Close(start, end);
                start = end;
            }

            place = end;
        }

        // Too few rows at the end join the last group, unless that is one value.
        var rest = _sorted.Length - start;
        if (rest is > 0 and < ColumnSpread.FewestRows && _groups is [.., { IsShared: false } last])
        {
            _groups.RemoveAt(_groups.Count - 1);
            start = last.Below;
        }

        Close(start, _sorted.Length);
    }

    /// <summary>Rows too few to be told of get no group of their own; they still count among those below and above.</summary>
    private void Close(int start, int end)
    {
        if (end - start < ColumnSpread.FewestRows)
        {
            return;
        }

        var mean = Mean(start, end);
        if (_groups.Count == 0 || mean > _groups[^1].Value)
        {
            _groups.Add(new(mean, start, end - start, _sorted[start] == _sorted[end - 1]));
        }
    }

    private int Wanted(int start) => Math.Max(ColumnSpread.FewestRows, Math.Min(start, _sorted.Length - start) / Fineness);

    private int End(int place)
    {
        var end = place + 1;
        while (end < _sorted.Length && _sorted[end] == _sorted[place])
        {
            end++;
        }

        return end;
    }

    private double Mean(int start, int end)
    {
        var (first, sum) = (_sorted[start], 0.0);
        if (first == _sorted[end - 1])
        {
            return first;
        }

        for (var place = start; place < end; place++)
        {
            // Each is divided, so that no sum leaves the range of numbers.
            sum += _sorted[place] / (end - start);
        }

        return sum;
    }
}
