using System.Globalization;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Cuts a value into all runs of some characters: in invariant lower case, white space made one blank, a blank before and behind. One thread at a time.</summary>
internal sealed class CharacterGrams(int size)
{
    /// <summary>Characters of a value that are looked at; more say little of how it is spelled.</summary>
    internal const int MostCharacters = 1000;

    private readonly char[] _buffer = new char[MostCharacters + 2];
    private int _length;

    /// <summary>Runs in the last value.</summary>
    internal int Count => Math.Max(0, _length - size + 1);

    /// <summary>One run of the last value.</summary>
    internal ReadOnlySpan<char> this[int place] => _buffer.AsSpan(place, size);

    /// <summary>Cuts a value; what was cut before is gone.</summary>
    internal void Cut(ReadOnlySpan<char> text)
    {
        _buffer[0] = ' ';
        _length = 1;
        foreach (var sign in text[..Math.Min(text.Length, MostCharacters)])
        {
            if (!char.IsWhiteSpace(sign))
            {
                _buffer[_length++] = char.ToLower(sign, CultureInfo.InvariantCulture);
            }
            else if (_buffer[_length - 1] != ' ')
            {
                _buffer[_length++] = ' ';
            }
        }

        if (_buffer[_length - 1] != ' ')
        {
            _buffer[_length++] = ' ';
        }
    }
}
