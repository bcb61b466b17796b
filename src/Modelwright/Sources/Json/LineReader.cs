namespace Modelwright.Sources.Json;

/// <summary>Cuts a stream of bytes into lines.</summary>
internal sealed class LineReader(Stream stream) : IObjectRows
{
    /// <summary>Bytes of the longest line that is read.</summary>
    internal const int LongestLine = 1 << 24;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isFinished;

    /// <summary>1-based number of the line last read.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the line ended with the file instead of a line break.</summary>
    public bool EndedWithFile { get; private set; }

    /// <summary>Whether the line is longer than <see cref="LongestLine"/>; only its end was kept then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads a line without its line break; valid until the next call.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length;
        IsTooLong = false;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0 && !_isFinished)
        {
            if (_end - _start >= LongestLine)
            {
                IsTooLong = true;
                _start = _end;
            }

            Fill();
        }

        EndedWithFile = length < 0;
        length = length < 0 ? _end - _start : length;
        line = _buffer.AsSpan(_start, length).TrimEnd((byte)'\r');
        if (EndedWithFile && length == 0 && !IsTooLong)
        {
            return false;
        }

        _start = Math.Min(_end, _start + length + 1);
        Line++;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        // Fills the whole buffer, so that a long line is not searched again after every few bytes.
        do
        {
            var count = stream.Read(_buffer, _end, _buffer.Length - _end);
            _isFinished = count == 0;
            _end += count;
        }
        while (!_isFinished && _end < _buffer.Length);
    }
}
