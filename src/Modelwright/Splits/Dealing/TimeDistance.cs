using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Splits.Dealing;

/// <summary>Keeps a distance in time between the two parts of a split.</summary>
internal sealed class TimeDistance
{
    private readonly SplitRequest _request;
    private readonly TimeOrder _order;
    private readonly double[] _times;

    /// <summary>Measures in the times of a request.</summary>
    public TimeDistance(SplitRequest request, TimeOrder order)
    {
        _request = request;
        _order = order;
        var faults = new[] { request.Gap?.Fault(request.Times!, "Gap"), request.Embargo?.Fault(request.Times!, "Embargo") }.OfType<string>().ToArray();
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }

        _times = request.Gap is null && request.Embargo is null ? [] : Times(request.Times!);
    }

    /// <summary>Trains on the places before a cut and tests those behind it, less what stands too near to the other side.</summary>
    /// <param name="cut">The first place of the test.</param>
    /// <param name="end">The place behind its last.</param>
    /// <param name="fold">Number of the split from 0, for the error's text.</param>
    /// <exception cref="OptionsException">A side has no row left.</exception>
    public Split Part(int cut, int end, int fold)
    {
        var trained = _request.Gap is { } gap ? Before(cut, gap) : cut;
        if (trained == 0)
        {
            throw new OptionsException($"The gap leaves no row to train on in split {fold + 1}. Ask for a shorter gap or fewer folds, or bring older rows.");
        }

        var tested = _request.Embargo is { } embargo ? After(cut, end, trained, embargo) : cut;
        return tested < end
            ? new([.. _order.Rows[..trained].Order()], [.. _order.Rows[tested..end].Order()])
            : throw new OptionsException($"The embargo leaves no row to test in split {fold + 1}. Ask for a shorter embargo or fewer folds, or bring more rows.");
    }

    // Whole moments stay together: of rows at one time all are near or none is.
    private int Before(int cut, TimeGap gap)
    {
        var place = gap.Unit == TimeGapUnit.Rows ? (int)Math.Max(0, cut - gap.Amount) : cut;
        while (place > 0 && (gap.Unit == TimeGapUnit.Rows ? place < cut && IsSplit(place) : _times[cut] - _times[place - 1] < gap.Amount))
        {
            place--;
        }

        return place;
    }

    private int After(int cut, int end, int trained, TimeGap embargo)
    {
        var place = embargo.Unit == TimeGapUnit.Rows ? (int)Math.Min(end, trained + embargo.Amount) : cut;
        place = Math.Max(place, cut);
        while (place < end && (embargo.Unit == TimeGapUnit.Rows ? place > cut && IsSplit(place) : _times[place] - _times[trained - 1] < embargo.Amount))
        {
            place++;
        }

        return place;
    }

    private bool IsSplit(int place) => _order.Moments[place] == _order.Moments[place - 1];

    /// <summary>The time of each place, as a number; a missing one is the oldest.</summary>
    private double[] Times(Column column)
    {
        var times = new double[column.RowCount];
        if (column is TimeColumn moments)
        {
            var ticks = new long[times.Length];
            moments.Values.CopyTo(ticks);
            times = Array.ConvertAll(ticks, tick => tick == TimeColumn.Missing ? double.NegativeInfinity : tick);
        }
        else
        {
            ((NumberColumn)column).Values.CopyTo(times);
        }

        return Array.ConvertAll(_order.Rows, row => double.IsNaN(times[row]) ? double.NegativeInfinity : times[row]);
    }
}
