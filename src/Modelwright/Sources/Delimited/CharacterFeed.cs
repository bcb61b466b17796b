using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Modelwright.Sources.Delimited;

/// <summary>
/// Turns the bytes of a text file into characters, and remembers where bytes were no text. Where the encoding was not told,
/// single bytes that are no UTF-8 are read as Windows-1252, if what comes out looks like it.
/// </summary>
internal sealed class CharacterFeed(Stream stream, TextDecoding decoding)
{
    // Enough to see whether a byte that is no UTF-8 stands among others.
    private const int LookAhead = 4;

    private static readonly SearchValues<char> NoText = SearchValues.Create(['\0', TextEncoding.Mark]);

    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly Decoder? _decoder = decoding.Encoding is UTF8Encoding ? null : decoding.Encoding.GetDecoder();
    private bool _lineIsBad;
    private bool _lineIsReadOtherwise;
    private bool _hasReadOtherwise;
    private char _last = ' ';
    private int _start;
    private int _end;
    private bool _isFinished;

    /// <summary>Places that are no text in the encoding, in order, the first of each line; whoever takes the line takes them out.</summary>
    internal Queue<BadSpot> Spots { get; } = [];

    /// <summary>Whether any character beyond ASCII was UTF-8.</summary>
    internal bool HoldsUtf8 { get; private set; }

    /// <summary>Characters handed out so far.</summary>
    internal long Made { get; private set; }

    private ReadOnlySpan<byte> Held => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Fills a span with the next characters.</summary>
    /// <param name="destination">Two characters long at least, as a pair of surrogates is not cut in two.</param>
    /// <returns>How many; 0 at the end of the file only.</returns>
    internal int Read(Span<char> destination)
    {
        while (true)
        {
            Fill();
            if (Held.IsEmpty && _isFinished)
            {
                return Rest(destination);
            }

            var made = _decoder is null ? DecodeUtf8(destination) : Decode(destination);
            if (made > 0)
            {
                Made += made;
                _last = destination[made - 1];
                return made;
            }

            if (_isFinished && Held.IsEmpty)
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

    // Only when little is left, so that what is left is not moved after every byte that is no UTF-8.
    private void Fill()
    {
        if (_isFinished || Held.Length > _bytes.Length / 2)
        {
            return;
        }

        Held.CopyTo(_bytes);
        (_start, _end) = (0, Held.Length);
        var count = stream.Read(_bytes, _end, _bytes.Length - _end);
        _isFinished = count == 0;
        _end += count;
    }

    private int DecodeUtf8(Span<char> destination)
    {
        var status = Utf8.ToUtf16(Held, destination, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: _isFinished);
        Look(destination[..written]);
        HoldsUtf8 = HoldsUtf8 || destination[..written].ContainsAnyExceptInRange('\0', '\x7F');
        _start += read;
        if (status is OperationStatus.InvalidData && written < destination.Length && (_isFinished || Held.Length >= LookAhead))
        {
            destination[written] = ReadOtherwise(written > 0 ? destination[written - 1] : _last, Made + written);
            written++;
            _start++;
        }

        return written;
    }

    private char ReadOtherwise(char before, long position)
    {
        var run = Held[..Math.Min(LookAhead, Held.Length)];
        var ascii = run.IndexOfAnyInRange((byte)0, (byte)0x7F);
        var read = Windows1252.Read(run[0]);
        var after = run.Length > 1 ? Windows1252.Read(run[1]) : ' ';
        run = ascii < 0 ? run : run[..ascii];
        var isTaken = decoding.TakesWindows1252 && !IsCutOff() && run.Length <= Windows1252.LongestRun && Windows1252.IsLikely(before, read, after);
        if (!IsNoted(isTaken))
        {
            Note(new(position, Shown(decoding.TakesWindows1252 && !isTaken ? run : run[..1])) { ReadAs = isTaken ? read : null, IsForeign = decoding.TakesWindows1252 });
        }

        return isTaken ? read : '\uFFFD';
    }

    // The file ends within a character of UTF-8, unless all before was Windows-1252.
    private bool IsCutOff() =>
        _isFinished && (HoldsUtf8 || !_hasReadOtherwise) && Rune.DecodeFromUtf8(Held, out _, out _) == OperationStatus.NeedMoreData;

    private int Decode(Span<char> destination)
    {
        _decoder!.Convert(Held, destination, _isFinished, out var read, out var written, out _);
        Look(destination[..written]);
        _start += read;
        return written;
    }

    private void Look(ReadOnlySpan<char> made)
    {
        var start = 0;
        while (made[start..].IndexOfAny(NoText) is var next and >= 0)
        {
            PassBreaks(made.Slice(start, next));
            var spot = start + next;
            if (!IsNoted(isReadOtherwise: false))
            {
                Note(made[spot] == '\0' ? new(Made + spot, "0x00") { IsZero = true } : new(Made + spot, null));
            }

            start = spot + 1;
        }

        PassBreaks(made[start..]);
    }

    private void PassBreaks(ReadOnlySpan<char> text)
    {
        if ((_lineIsBad || _lineIsReadOtherwise) && text.ContainsAny('\r', '\n'))
        {
            _lineIsBad = false;
            _lineIsReadOtherwise = false;
        }
    }

    // One place a line is enough to refuse it, so that a file of nothing else does not fill the memory with places.
    private bool IsNoted(bool isReadOtherwise) => _lineIsBad || (isReadOtherwise && _lineIsReadOtherwise);

    private void Note(BadSpot spot)
    {
        Spots.Enqueue(spot);
        _lineIsBad = spot.ReadAs is null;
        _lineIsReadOtherwise = !_lineIsBad;
        _hasReadOtherwise |= _lineIsReadOtherwise;
    }

    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        var shown = new string[bytes.Length];
        for (var position = 0; position < bytes.Length; position++)
        {
            shown[position] = $"0x{bytes[position]:X2}";
        }

        return string.Join(' ', shown);
    }
}
