using Modelwright.Core.Data;

namespace Modelwright.Monitoring.Requests;

/// <summary>A column while rows of a log are gathered. A cell that is not of the column's type makes texts of all, which the schema then reads as any text.</summary>
internal sealed class LoggedCells(string name, ColumnType type)
{
    private readonly List<double> _numbers = [];
    private readonly List<long> _ticks = [];
    private readonly List<string?> _texts = [];
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);
    private ColumnType _type = type;

    private const int MostPooled = 10_000;

    /// <summary>Cells so far.</summary>
    public int Count => _type switch { ColumnType.Number => _numbers.Count, ColumnType.Time => _ticks.Count, _ => _texts.Count };

    /// <summary>Adds missing cells up to a number of rows.</summary>
    public void FillTo(int rows)
    {
        while (Count < rows)
        {
            switch (_type)
            {
                case ColumnType.Number:
                    _numbers.Add(double.NaN);
                    break;
                case ColumnType.Time:
                    _ticks.Add(TimeColumn.Missing);
                    break;
                default:
                    _texts.Add(null);
                    break;
            }
        }
    }

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        if (_type == ColumnType.Number)
        {
            _numbers.Add(value);
            return;
        }

        Add(new NumberColumn(name, [value]).Format(0));
    }

    /// <summary>Adds a time.</summary>
    public void Add(long ticks)
    {
        if (_type == ColumnType.Time)
        {
            _ticks.Add(ticks);
            return;
        }

        Add(new TimeColumn(name, [ticks]).Format(0));
    }

    /// <summary>Adds a text.</summary>
    public void Add(string? text)
    {
        if (_type is ColumnType.Number or ColumnType.Time)
        {
            var column = Build();
            _texts.AddRange(Enumerable.Range(0, column.RowCount).Select(column.Format));
            _type = ColumnType.Text;
        }

        _texts.Add(text is null ? null : Pooled(text));
    }

    /// <summary>The column.</summary>
    public Column Build() => _type switch
    {
        ColumnType.Number => new NumberColumn(name, [.. _numbers]),
        ColumnType.Time => new TimeColumn(name, [.. _ticks]),
        ColumnType.Category => CategoryColumn.FromTexts(name, _texts),
        _ => new TextColumn(name, [.. _texts]),
    };

    private string Pooled(string text)
    {
        if (_pool.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_pool.Count < MostPooled)
        {
            _pool.Add(text, text);
        }

        return text;
    }
}
