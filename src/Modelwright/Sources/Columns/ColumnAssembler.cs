using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Sources.Columns;

/// <summary>
/// Makes one column from its cells in row order, without looking ahead: the first value decides the type, and a later one
/// that does not fit sets <see cref="MustRereadAsText"/>, so that the file's text is kept exactly on a second reading.
/// </summary>
/// <param name="name">The column's name.</param>
/// <param name="store">Where its values go.</param>
/// <param name="keepsText">Whether every cell is text, whatever it looks like.</param>
internal sealed class ColumnAssembler(string name, ColumnStore store, bool keepsText)
{
    private readonly LevelAssembler _levels = new(store);
    private readonly Dictionary<string, long> _markers = new(StringComparer.Ordinal);
    private State _state = keepsText ? State.Text : State.Undecided;
    private BlockBuilder<double>? _numbers;
    private BlockBuilder<long>? _times;
    private bool _hasZone;

    private enum State
    {
        Undecided,
        Number,
        Time,
        Text,
        Reread,
    }

    internal string Name => name;

    /// <summary>Whether numbers have a comma before their fraction.</summary>
    internal bool HasDecimalComma { get; init; }

    /// <summary>Told the rows added so far whenever a block is full; null where nobody listens.</summary>
    internal IProgress<long>? Progress { get; init; }

    /// <summary>Whether every cell is text, whatever it looks like.</summary>
    internal bool KeepsText => keepsText;

    /// <summary>Rows added so far.</summary>
    internal int Count
    {
        get;
        private set
        {
            if (value / Blocks<double>.Size != field / Blocks<double>.Size)
            {
                Progress?.Report(value);
            }

            field = value;
        }
    }

    /// <summary>Whether a text came after numbers or times, so that the cells have to be added again to an assembler that keeps text.</summary>
    internal bool MustRereadAsText => _state == State.Reread;

    /// <summary>Cells that hold a number which no double can hold; they are missing in the column.</summary>
    internal long Unreadable { get; private set; }

    /// <summary>0-based row and text of the first unreadable cell.</summary>
    internal (int Row, string Text)? FirstUnreadable { get; private set; }

    /// <summary>How often each text that means "no value" came; complete after <see cref="Build"/>.</summary>
    internal IReadOnlyDictionary<string, long> Markers => _state is State.Number or State.Time ? _markers : _levels.Markers;

    /// <summary>Says what the file declares, so that a column without values has its type too; text that is to be kept stays text.</summary>
    internal void Expect(ColumnType type)
    {
        if (_state == State.Undecided && type == ColumnType.Number)
        {
            BeginNumbers();
        }
        else if (_state == State.Undecided && type == ColumnType.Time)
        {
            BeginTimes();
        }
    }

    internal void AddMissing(int count = 1)
    {
        Count += count;
        switch (_state)
        {
            case State.Number:
                _numbers!.Add(double.NaN, count);
                break;
            case State.Time:
                _times!.Add(TimeColumn.Missing, count);
                break;
            case State.Reread:
                break;
            default:
                _levels.AddMissing(count);
                break;
        }
    }

    /// <summary>Adds a cell as a file has it.</summary>
    /// <param name="cell">The text; nothing but white space is missing.</param>
    /// <param name="mayBeNumber">False where the file says that it is text, such as a JSON string.</param>
    internal void Add(ReadOnlySpan<char> cell, bool mayBeNumber = true)
    {
        var text = cell.Trim();
        if (text.IsEmpty)
        {
            AddMissing();
            return;
        }

        Count++;
        if (_state == State.Undecided)
        {
            Decide(text, mayBeNumber);
        }

        switch (_state)
        {
            case State.Number:
                AddNumber(text, mayBeNumber);
                break;
            case State.Time:
                AddTime(text);
                break;
            case State.Reread:
                break;
            default:
                _levels.Add(cell);
                break;
        }
    }

    /// <summary>Adds a number that the file holds as one; one that is not finite is missing, and counted unless it is NaN.</summary>
    internal void Add(double value)
    {
        if (_state == State.Undecided)
        {
            BeginNumbers();
        }

        if (_state != State.Number)
        {
            Add(value.ToString("R", CultureInfo.InvariantCulture));
            return;
        }

        Count++;
        if (double.IsInfinity(value))
        {
            CountUnreadable(value.ToString("R", CultureInfo.InvariantCulture));
        }

        _numbers!.Add(double.IsFinite(value) ? value : double.NaN);
    }

    /// <summary>Adds a time that the file holds as one; one outside the years 1 to 9999 is missing, and counted.</summary>
    internal void AddTicks(long ticks)
    {
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            AddMissing();
            CountUnreadable("a time outside the years 1 to 9999");
        }
        else if (_state == State.Time)
        {
            Count++;
            _times!.Add(ticks);
        }
        else
        {
            Add(new DateTime(ticks, DateTimeKind.Unspecified).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        }
    }

    internal Column Build() => _state switch
    {
        State.Number => new NumberColumn(name, _numbers!.Build()),
        State.Time => new TimeColumn(name, _times!.Build()),
        State.Reread => throw new InvalidOperationException($"Column '{name}' has to be read again as text."),
        _ => _levels.Build(name),
    };

    private void Decide(ReadOnlySpan<char> text, bool mayBeNumber)
    {
        if (MissingText.IsAmongNumbers(text))
        {
            // Kept with the levels until the first value tells what the column is.
            CountMarker(text);
        }
        else if (mayBeNumber && ReadNumber(text, out _) != NumberKind.None)
        {
            BeginNumbers();
        }
        else if (IsoTime.TryRead(text, out _, out _hasZone))
        {
            BeginTimes();
        }
        else
        {
            _state = State.Text;
        }
    }

    private NumberKind ReadNumber(ReadOnlySpan<char> text, out double value) =>
        HasDecimalComma ? CommaNumber.Read(text, out value) : NumberText.Read(text, out value);

    private void BeginNumbers()
    {
        _state = State.Number;
        _numbers = new(store.Blocks);
        _numbers.Add(double.NaN, _levels.Count);
    }

    private void BeginTimes()
    {
        _state = State.Time;
        _times = new(store.Blocks);
        _times.Add(TimeColumn.Missing, _levels.Count);
    }

    private void AddNumber(ReadOnlySpan<char> text, bool mayBeNumber)
    {
        var value = double.NaN;
        var kind = mayBeNumber ? ReadNumber(text, out value) : NumberKind.None;
        if (kind == NumberKind.Infinite)
        {
            CountUnreadable(text);
        }
        else if (kind == NumberKind.None && !CountIfMarker(text))
        {
            _state = State.Reread;
            _numbers = null;
            return;
        }

        _numbers!.Add(value);
    }

    private void AddTime(ReadOnlySpan<char> text)
    {
        if (IsoTime.TryRead(text, out var ticks, out var hasZone) && hasZone == _hasZone)
        {
            _times!.Add(ticks);
        }
        else if (CountIfMarker(text))
        {
            _times!.Add(TimeColumn.Missing);
        }
        else
        {
            _state = State.Reread;
            _times = null;
        }
    }

    private bool CountIfMarker(ReadOnlySpan<char> text)
    {
        if (!MissingText.IsAmongNumbers(text))
        {
            return false;
        }

        CountMarker(text);
        return true;
    }

    private void CountMarker(ReadOnlySpan<char> text)
    {
        var marker = text.ToString();
        _markers[marker] = _markers.GetValueOrDefault(marker) + 1;
    }

    private void CountUnreadable(ReadOnlySpan<char> text)
    {
        Unreadable++;
        FirstUnreadable ??= (Count - 1, text.ToString());
    }
}
