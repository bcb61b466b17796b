using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Modelwright.Sources.Delimited;

/// <summary>Turns the bytes of a text file into characters, and remembers where bytes were no text.</summary>
internal sealed class CharacterFeed(Stream stream, Encoding encoding)
{
    private static readonly SearchValues<char> NoText = SearchValues.Create(['\0', TextEncoding.Mark]);

    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly Decoder? _decoder = encoding is UTF8Encoding ? null : encoding.GetDecoder();
    private bool _lineIsNoted;
    private int _held;
    private bool _isFinished;

    /// <summary>Places that hold no text, in order, the first of each line; whoever takes the line takes them out.</summary>
    internal Queue<BadSpot> Spots { get; } = [];

    /// <summary>Characters handed out so far.</summary>
    internal long Made { get; private set; }

    /// <summary>Fills a span with the next characters.</summary>
    /// <param name="destination">Two characters long at least, as a pair of surrogates is not cut in two.</param>
    /// <returns>How many; 0 at the end of the file only.</returns>
    internal int Read(Span<char> destination)
    {
        while (true)
        {
            if (!_isFinished && _held < _bytes.Length)
            {
                var count = stream.Read(_bytes, _held, _bytes.Length - _held);
                _isFinished = count == 0;
                _held += count;
            }

            if (_held == 0 && _isFinished)
            {
                return Rest(destination);
            }

            var made = _decoder is null ? DecodeUtf8(destination) : Decode(destination);
            if (made > 0)
            {
                Made += made;
                return made;
            }

            if (_isFinished && _held == 0)
            {
                return Rest(destination);
            }
        }
    }

    // A decoder holds bytes back that are the start of a character: where the file ends with them, they are no text.
    private int Rest(Span<char> destination)
    {
        var made = _decoder is null ? 0 : Decode(destination);
        Made += made;
        return made;
    }

    private int DecodeUtf8(Span<char> destination)
    {
        var status = Utf8.ToUtf16(_bytes.AsSpan(0, _held), destination, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: _isFinished);
        Look(destination[..written]);
        if (status is OperationStatus.InvalidData && written < destination.Length)
        {
            Note(new(Made + written, _bytes[read]));
            destination[written++] = '\uFFFD';
            read++;
        }

        Drop(read);
        return written;
    }

    private int Decode(Span<char> destination)
    {
        _decoder!.Convert(_bytes.AsSpan(0, _held), destination, _isFinished, out var read, out var written, out _);
        Look(destination[..written]);
        Drop(read);
        return written;
    }

    private void Look(ReadOnlySpan<char> made)
    {
        var start = 0;
        while (made[start..].IndexOfAny(NoText) is var next and >= 0)
        {
            PassBreaks(made.Slice(start, next));
            var spot = start + next;
            Note(new(Made + spot, made[spot] == '\0' ? (byte)0 : null));
            start = spot + 1;
        }

        PassBreaks(made[start..]);
    }

    private void PassBreaks(ReadOnlySpan<char> text) => _lineIsNoted = _lineIsNoted && !text.ContainsAny('\r', '\n');

    // One place a line is enough to refuse it, so that a file of nothing else does not fill the memory with places.
    private void Note(BadSpot spot)
    {
        if (!_lineIsNoted)
        {
            Spots.Enqueue(spot);
            _lineIsNoted = true;
        }
    }

    private void Drop(int read)
    {
        _bytes.AsSpan(read, _held - read).CopyTo(_bytes);
        _held -= read;
    }
}
