using System.Text;
using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Json;

/// <summary>
/// Reads a JSON document token by token, or value by value where it is asked to, holding no more of it than one value.
/// </summary>
/// <param name="path">The file, for texts.</param>
/// <param name="stream">The document as UTF-8.</param>
/// <param name="mayRepeat">Whether several values may follow each other, as programs append them to a file.</param>
/// <param name="cancellation">Asks to end at once; looked at whenever more of the file is read.</param>
internal sealed class DocumentReader(string path, Stream stream, bool mayRepeat, CancellationToken cancellation)
{
    // Room for the lists and objects around a row, which itself may be half as deep.
    private const int MostDepth = 128;
    private const int FirstBuffer = 1 << 16;

    private byte[] _buffer = new byte[FirstBuffer];
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MostDepth, AllowMultipleValues = mayRepeat });
    private long _line = 1;
    private int _start;
    private int _valueStart;
    private int _end;
    private bool _isFinished;
    private bool _hasBegun;

    /// <summary>The token last read.</summary>
    internal JsonTokenType Token { get; private set; }

    /// <summary>The name last read, where the token is one.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>1-based line on which the token or value last read starts.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>Goes to the next token.</summary>
    /// <returns>False at the end of a whole document.</returns>
    /// <exception cref="DataException">The JSON is broken.</exception>
    internal bool Read() => TryTake(isWhole: false, out _);

    /// <summary>Goes over the next value, to its end.</summary>
    /// <param name="value">Its text; valid until the next call. Empty at the end of a list, where <see cref="Token"/> says so.</param>
    /// <returns>False at the end of a whole document.</returns>
    /// <exception cref="DataException">The JSON is broken, or the value longer than any is read.</exception>
    internal bool ReadValue(out ReadOnlySpan<byte> value) => TryTake(isWhole: true, out value);

    private bool TryTake(bool isWhole, out ReadOnlySpan<byte> value)
    {
        value = [];
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinished, _state);
            try
            {
                if (reader.Read())
                {
                    var (token, first) = (reader.TokenType, (int)reader.TokenStartIndex);
                    if (!isWhole || reader.TrySkip())
                    {
                        Take(ref reader, token, first);
                        value = isWhole && token != JsonTokenType.EndArray ? _buffer.AsSpan(_valueStart, _start - _valueStart) : [];
                        return true;
                    }
                }
            }
            catch (JsonException fault)
            {
                throw Broken(fault, reader.CurrentDepth, (int)reader.BytesConsumed);
            }

            if (_isFinished)
            {
                return false;
            }

            Fill();
        }
    }

    private void Take(ref Utf8JsonReader reader, JsonTokenType token, int first)
    {
        Token = token;
        Name = token == JsonTokenType.PropertyName ? Text(ref reader) : Name;
        var length = (int)reader.BytesConsumed;
        Line = _line + _buffer.AsSpan(_start, first).Count((byte)'\n');
        _line += _buffer.AsSpan(_start, length).Count((byte)'\n');
        _valueStart = _start + first;
        _state = reader.CurrentState;
        _start += length;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // No UTF-8, or half a character: a name that no list is asked by.
            return "\uFFFD";
        }
    }

    private void Fill()
    {
        cancellation.ThrowIfCancellationRequested();
        if (_end - _start >= LineReader.LongestLine)
        {
            var held = _buffer.AsSpan(_start, _end - _start);
            var before = Math.Max(0, held.IndexOfAnyExcept(" \t\r\n,"u8));
            throw new DataException($"{path}, line {_line + held[..before].Count((byte)'\n')}: a value is longer than {LineReader.LongestLine} bytes. Shorten it, or split the file.");
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        do
        {
            var count = stream.Read(_buffer, _end, _buffer.Length - _end);
            _isFinished = count == 0;
            _end += count;
        }
        while (!_isFinished && _end < _buffer.Length);

        // A byte order mark is no JSON.
        _start = !_hasBegun && _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        _hasBegun = true;
    }

    private DataException Broken(JsonException fault, int depth, int consumed)
    {
        const int Enough = 512;
        var line = (fault.LineNumber ?? 0) + 1;
        if (depth >= MostDepth - 1)
        {
            return new($"{path}, line {line}: lists and objects are nested deeper than {MostDepth} levels. Take the inner ones apart, or leave them out.", fault);
        }

        var from = Math.Min(_end, _start + consumed);
        var shown = Encoding.UTF8.GetString(_buffer.AsSpan(from, Math.Min(Enough, _end - from))).TrimStart();
        var what = shown.Length == 0 ? "the document ends before all of it is closed" : $"the JSON is broken near '{FaultList.Show(shown)}'";
        return new($"{path}, line {line}: {what}. Close what is open, or get the file again if it was cut.", fault);
    }
}
