namespace Modelwright.Fuzz.Csv;

/// <summary>A prefix code given by the lengths of its words.</summary>
internal sealed class PlainCode
{
    private const int LongestWord = 15;
    private readonly Dictionary<(int Length, int Word), int> _symbols = [];

    /// <summary>Makes the code.</summary>
    /// <param name="lengths">Bits of each symbol's word; 0 for none.</param>
    internal PlainCode(int[] lengths)
    {
        var word = 0;
        for (var length = 1; length <= LongestWord; length++)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    _symbols[(length, word++)] = symbol;
                }
            }

            word <<= 1;
        }
    }

    /// <summary>Reads a symbol.</summary>
    /// <exception cref="InvalidDataException">No word fits.</exception>
    internal int Next(Func<int, int> bits)
    {
        var word = 0;
        for (var length = 1; length <= LongestWord; length++)
        {
            word = (word << 1) | bits(1);
            if (_symbols.TryGetValue((length, word), out var symbol))
            {
                return symbol;
            }
        }

        throw new InvalidDataException();
    }
}
