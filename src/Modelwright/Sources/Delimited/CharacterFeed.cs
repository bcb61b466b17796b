using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Modelwright.Sources.Delimited;

/// <summary>Turns the bytes of a text file into characters, and remembers where bytes were no text.</summary>
internal sealed class CharacterFeed(Stream stream, Encoding encoding)
{
    private const int MostSpots = 64;

    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly List<BadSpot> _spots = [];
    private readonly Decoder? _decoder = encoding is UTF8Encoding ? null : encoding.GetDecoder();
    private int _held;
    private long _made;
    private bool _isFinished;

    /// <summary>Characters that no text holds, in order; only the first are listed.</summary>
    internal IReadOnlyList<BadSpot> Spots => _spots;

    /// <summary>How many there are.</summary>
    internal long SpotCount { get; private set; }

    /// <summary>Characters handed out so far.</summary>
    internal long Made => _made;

    /// <summary>Fills a span with the next characters.</summary>
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
                return 0;
            }

            var made = _decoder is null ? DecodeUtf8(destination) : Decode(destination);
            if (made > 0)
            {
                FindZeros(destination[..made]);
                _made += made;
                return made;
            }

            if (_isFinished && _held == 0)
            {
                return 0;
            }
        }
    }

    private int DecodeUtf8(Span<char> destination)
    {
        var status = Utf8.ToUtf16(_bytes.AsSpan(0, _held), destination, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: _isFinished);
        if (status is OperationStatus.InvalidData && written < destination.Length)
        {
            Note(new(_made + written, "0x" + _bytes[read].ToString("X2", CultureInfo.InvariantCulture), IsZero: false));
            destination[written++] = '\uFFFD';
            read++;
        }

        Drop(read);
        return written;
    }

    private int Decode(Span<char> destination)
    {
        _decoder!.Convert(_bytes.AsSpan(0, _held), destination, _isFinished, out var read, out var written, out _);
        Drop(read);
        return written;
    }

    private void FindZeros(ReadOnlySpan<char> made)
    {
        var start = 0;
        while (made[start..].IndexOf('\0') is var next and >= 0)
        {
            Note(new(_made + start + next, "0x00", IsZero: true));
            start += next + 1;
        }
    }

    private void Note(BadSpot spot)
    {
        SpotCount++;
        if (_spots.Count < MostSpots)
        {
            _spots.Add(spot);
        }
    }

    private void Drop(int read)
    {
        _bytes.AsSpan(read, _held - read).CopyTo(_bytes);
        _held -= read;
    }
}
