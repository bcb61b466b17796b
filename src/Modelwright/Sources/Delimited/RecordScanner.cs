using System.Runtime.CompilerServices;

namespace Modelwright.Sources.Delimited;

/// <summary>
/// Cuts delimited text into records and cells by RFC 4180: quoted cells may hold separators, line breaks and doubled
/// quotes; a line ends with CR, LF or both. A record is looked at as a whole in the buffer, which grows where it must.
/// </summary>
internal sealed class RecordScanner(CharacterFeed feed, char separator, bool hasQuotes)
{
    private const int FirstBuffer = 1 << 17;

    // A pair of surrogates, which the feed does not cut in two.
    private const int LeastRoom = 2;

    /// <summary>Characters of the longest record that is read: a quote left open must not take the rest of the file into one cell.</summary>
    internal const int LongestRecord = 1 << 24;

    private char[] _buffer = new char[FirstBuffer];
    private Cell[] _cells = new Cell[64];
    private int _start;
    private int _end;
    private long _bufferPosition;
    private bool _isInQuotes;
    private bool _isFinished;

    /// <summary>Cells of the record.</summary>
    internal int CellCount { get; private set; }

    /// <summary>1-based line on which the record starts.</summary>
    internal long Line { get; private set; }

    /// <summary>1-based line on which it ends.</summary>
    internal long LastLine { get; private set; }

    /// <summary>What is wrong with it.</summary>
    internal RecordFault Fault { get; private set; }

    /// <summary>0-based cell that is to blame for <see cref="Fault"/>.</summary>
    internal int FaultCell { get; private set; }

    /// <summary>What is no text, and where.</summary>
    internal BadSpot BadSpot { get; private set; }

    /// <summary>Lines with a byte that was read as Windows-1252, and where the first of them stands.</summary>
    internal (long Lines, long Line, int Cell, BadSpot Spot) ReadOtherwise { get; private set; }

    /// <summary>Whether the record ended with the file instead of a line break.</summary>
    internal bool EndedWithFile { get; private set; }

    /// <summary>Whether the record is a line with nothing but white space on it.</summary>
    internal bool IsBlank => CellCount == 1 && !_cells[0].IsQuoted && this[0].IsWhiteSpace();

    /// <summary>A cell of the record, without its quotes; valid until the next <see cref="Read"/>.</summary>
    internal ReadOnlySpan<char> this[int cell] => _buffer.AsSpan(_cells[cell].Start, _cells[cell].Length);

    /// <summary>All cells of the record as texts.</summary>
    /// <param name="isTrimmed">Whether white space at their ends is left out.</param>
    internal string[] Cells(bool isTrimmed)
    {
        var cells = new string[CellCount];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = (isTrimmed ? this[cell].Trim() : this[cell]).ToString();
        }

        return cells;
    }

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end of the file.</returns>
    internal bool Read()
    {
        Line = LastLine + 1;
        int next;
        while ((next = Parse()) < 0)
        {
            if (_end - _start > LongestRecord - LeastRoom)
            {
                next = Broken(_isInQuotes ? RecordFault.OpenQuote : RecordFault.TooLong);
                break;
            }

            Fill();
        }

        if (next == _start && Fault == RecordFault.None)
        {
            return false;
        }

        FindBadSpot(next);
        LastLine = Line + Lines(next) - 1;
        _start = next;
        return true;
    }

    /// <summary>Passes over lines before the first record, whatever stands in them; blank ones among them do not count.</summary>
    internal void SkipLines(int count)
    {
        while (count > 0)
        {
            Line = LastLine + 1;
            var next = Broken(RecordFault.None);
            FindBadSpot(next);
            count -= next == _start || !_buffer.AsSpan(_start, next - _start).IsWhiteSpace() ? 1 : 0;
            _start = next;
            LastLine++;
        }
    }

    // Gives the position after the record, or -1 where the buffer ends too early.
    private int Parse()
    {
        CellCount = 0;
        Fault = RecordFault.None;
        EndedWithFile = false;
        var position = _start;
        if (position == _end)
        {
            return _isFinished ? position : -1;
        }

        while (true)
        {
            var isQuoted = hasQuotes && position < _end && _buffer[position] == '"';
            var stop = isQuoted ? Quoted(position) : Plain(position);
            if (stop < 0)
            {
                return stop == -1 ? -1 : Broken(Fault);
            }

            if (stop == _end)
            {
                EndedWithFile = true;
                return _isFinished ? _end : -1;
            }

            if (_buffer[stop] != separator)
            {
                return AfterBreak(stop);
            }

            position = stop + 1;
        }
    }

    // Where the cell stops: at a separator, a line break or the end of the buffer; -1 needs more, -2 is broken.
    private int Plain(int position)
    {
        var length = _buffer.AsSpan(position, _end - position).IndexOfAny(separator, '\r', '\n');
        if (length < 0 && !_isFinished)
        {
            FaultCell = CellCount;
            _isInQuotes = false;
            return -1;
        }

        var stop = length < 0 ? _end : position + length;
        Take(new(position, stop - position, IsQuoted: false));
        return stop;
    }

    private int Quoted(int position)
    {
        var at = position + 1;
        var hasDoubled = false;
        while (true)
        {
            var length = _buffer.AsSpan(at, _end - at).IndexOf('"');
            if (length < 0 || (at + length + 1 == _end && !_isFinished))
            {
                FaultCell = CellCount;
                _isInQuotes = true;
                return !_isFinished ? -1 : Spoilt(RecordFault.OpenQuote);
            }

            at += length + 1;
            if (at == _end || _buffer[at] != '"')
            {
                break;
            }

            hasDoubled = true;
            at++;
        }

        if (at < _end && _buffer[at] != separator && _buffer[at] is not ('\r' or '\n'))
        {
            return Spoilt(RecordFault.TextAfterQuote);
        }

        Take(new(position + 1, at - position - 2, IsQuoted: true) { HasDoubledQuotes = hasDoubled });
        return at;
    }

    private int Spoilt(RecordFault fault)
    {
        Fault = fault;
        FaultCell = CellCount;
        return -2;
    }

    // A broken record ends with its first line, so that the lines after it are still looked at.
    private int Broken(RecordFault fault)
    {
        Fault = fault;
        CellCount = 0;
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOfAny('\r', '\n')) < 0 || AfterBreak(_start + length) < 0)
        {
            if (_isFinished)
            {
                return _end;
            }

            // What was looked at is let go, but for a CR whose LF may follow.
            _start = length < 0 ? _end : _start + length;
            Fill();
        }

        return AfterBreak(_start + length);
    }

    private int AfterBreak(int position)
    {
        if (_buffer[position] == '\n')
        {
            return position + 1;
        }

        if (position + 1 == _end)
        {
            return _isFinished ? _end : -1;
        }

        return _buffer[position + 1] == '\n' ? position + 2 : position + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(Cell cell)
    {
        if (CellCount == _cells.Length)
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }

        _cells[CellCount++] = cell;
    }

    // Lines of the record; takes doubled quotes out on the way, now that the record will not be parsed again.
    private long Lines(int next)
    {
        if (Fault is RecordFault.OpenQuote or RecordFault.TextAfterQuote or RecordFault.TooLong)
        {
            return 1;
        }

        var lines = 1L;
        for (var cell = 0; cell < CellCount; cell++)
        {
            if (_cells[cell].IsQuoted)
            {
                lines += QuotedText.Breaks(this[cell]);
                if (_cells[cell].HasDoubledQuotes)
                {
                    _cells[cell] = _cells[cell] with { Length = QuotedText.Undouble(_buffer.AsSpan(_cells[cell].Start, _cells[cell].Length)) };
                }
            }
        }

        return next > _start ? lines : 0;
    }

    private void FindBadSpot(int next)
    {
        while (feed.Spots.TryPeek(out var spot) && spot.Position < _bufferPosition + next)
        {
            feed.Spots.Dequeue();
            var cell = CellAt((int)(spot.Position - _bufferPosition));
            if (spot.ReadAs is not null)
            {
                ReadOtherwise = ReadOtherwise.Lines == 0 ? (1, Line, cell, spot) : ReadOtherwise with { Lines = ReadOtherwise.Lines + 1 };
            }
            else if (Fault == RecordFault.None)
            {
                BadSpot = spot;
                Fault = RecordFault.NotText;
                FaultCell = cell;
            }
        }
    }

    private int CellAt(int position)
    {
        var cell = 0;
        while (cell + 1 < CellCount && _cells[cell].Start + _cells[cell].Length < position)
        {
            cell++;
        }

        return cell;
    }

    // Fills the whole buffer: what is parsed again from the start of its record shall have grown by much.
    private void Fill()
    {
        var held = _end - _start;
        if (held > _buffer.Length - LeastRoom)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, held).CopyTo(_buffer);
            _bufferPosition += _start;
            _start = 0;
            _end = held;
        }

        var isFirst = feed.Made == 0;
        do
        {
            var count = feed.Read(_buffer.AsSpan(_end));
            _isFinished = count == 0;
            _end += count;
        }
        while (!_isFinished && _end <= _buffer.Length - LeastRoom);

        // A byte order mark is no part of the first name.
        _start = isFirst && _end > 0 && _buffer[0] == '\uFEFF' ? 1 : 0;
    }

    private readonly record struct Cell(int Start, int Length, bool IsQuoted)
    {
        internal bool HasDoubledQuotes { get; init; }
    }
}
