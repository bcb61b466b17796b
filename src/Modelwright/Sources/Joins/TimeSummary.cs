using Modelwright.Core.Data;

namespace Modelwright.Sources.Joins;

/// <summary>Days since the latest of times, seen from the time of the row or, where rows have none, from the latest of all.</summary>
internal sealed class TimeSummary : IChildSummary
{
    private readonly string _name;
    private readonly Blocks<long> _times;
    private readonly long[]? _cuts;
    private readonly double[] _days;
    private readonly long _end;
    private long _latest;

    internal TimeSummary(string name, Blocks<long> times, int rows, long[]? cuts)
    {
        (_name, _times, _cuts) = (name, times, cuts);
        _days = new double[rows];
        Array.Fill(_days, double.NaN);
        for (var row = 0; row < times.RowCount; row++)
        {
            _end = Math.Max(_end, times.At(row));
        }
    }

    public void Begin() => _latest = TimeColumn.Missing;

    public void Take(int childRow) => _latest = Math.Max(_latest, _times.At(childRow));

    public void Write(int parentRow)
    {
        if (_latest != TimeColumn.Missing)
        {
            _days[parentRow] = ((_cuts?[parentRow] ?? _end) - _latest) / (double)TimeSpan.TicksPerDay;
        }
    }

    public IEnumerable<Column> Build() => [new NumberColumn($"{_name}.days_since", _days)];
}
