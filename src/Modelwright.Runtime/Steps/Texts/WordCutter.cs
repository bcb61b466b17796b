using System.Globalization;

namespace Modelwright.Runtime.Steps.Texts;

/// <summary>Cuts a text into words by plain rules on characters, the same in every culture. Keeps its room from text to text; one thread at a time.</summary>
/// <remarks>
/// A word is a run of letters, digits and the marks on them, at least two long, in invariant lower case; Chinese and Japanese
/// characters are a word each. Everything else parts words. The words stand in one buffer with a space between, so that two
/// neighbours are one span too.
/// </remarks>
internal sealed class WordCutter
{
    private const int ShortestWord = 2;
    private char[] _buffer = new char[256];
    private int[] _starts = new int[32];
    private int[] _ends = new int[32];
    private int _length;

    /// <summary>Words of the last text.</summary>
    internal int Count { get; private set; }

    /// <summary>Characters of all words together.</summary>
    internal int Characters { get; private set; }

    /// <summary>Cuts a text; what was cut before is gone.</summary>
    internal void Cut(ReadOnlySpan<char> text)
    {
        Count = 0;
        Characters = 0;
        _length = 0;

        // At worst every character is a word and has a space.
        if (_buffer.Length < text.Length * 2)
        {
            _buffer = new char[text.Length * 2];
        }

        var start = _length;
        foreach (var sign in text)
        {
            if (IsWordByItself(sign))
            {
                End(start);
                _buffer[_length++] = sign;
                Add(_length - 1);
                start = _length;
            }
            else if (IsOfWord(sign))
            {
                _buffer[_length++] = char.ToLowerInvariant(sign);
            }
            else if (_length > start)
            {
                End(start);
                start = _length;
            }
        }

        End(start);
    }

    /// <summary>One or several neighbouring words.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="last">The last word.</param>
    internal ReadOnlySpan<char> Words(int first, int last) => _buffer.AsSpan(_starts[first], _ends[last] - _starts[first]);

    private static bool IsWordByItself(char sign) => sign is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    private static bool IsOfWord(char sign) => char.IsAscii(sign)
        ? char.IsAsciiLetterOrDigit(sign)
        : char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private void End(int start)
    {
        if (_length - start >= ShortestWord)
        {
            Add(start);
        }
        else
        {
            _length = start;
        }
    }

    private void Add(int start)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _ends, Count * 2);
        }

        _starts[Count] = start;
        _ends[Count++] = _length;
        Characters += _length - start;
        _buffer[_length++] = ' ';
    }
}
