namespace Modelwright.Runtime.Steps.Texts;

/// <summary>Counts the known terms of one text after another without making strings; one thread at a time.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _positions;
    private readonly WordCutter _words = new();
    private readonly double[] _counts;
    private readonly int[] _found;
    private readonly bool _pairs;
    private int _foundCount;

    internal TermCounts(Dictionary<string, int> positions, bool pairs)
    {
        _positions = positions.GetAlternateLookup<ReadOnlySpan<char>>();
        _counts = new double[positions.Count];
        _found = new int[positions.Count];
        _pairs = pairs;
    }

    /// <summary>The known terms of the last text, in ascending order, so that sums over them have one order whatever the order of words.</summary>
    internal ReadOnlySpan<int> Found => _found.AsSpan(0, _foundCount);

    /// <summary>The count of a term in the last text, or what the caller has put there.</summary>
    internal double this[int term]
    {
        get => _counts[term];
        set => _counts[term] = value;
    }

    /// <summary>Counts a text; what was counted before is gone.</summary>
    internal void Count(string text)
    {
        foreach (var term in Found)
        {
            _counts[term] = 0;
        }

        _foundCount = 0;
        _words.Cut(text);
        for (var word = 0; word < _words.Count; word++)
        {
            Add(_words.Words(word, word));
            if (_pairs && word > 0)
            {
                Add(_words.Words(word - 1, word));
            }
        }

        _found.AsSpan(0, _foundCount).Sort();
    }

    private void Add(ReadOnlySpan<char> term)
    {
        if (_positions.TryGetValue(term, out var position))
        {
            if (_counts[position] == 0)
            {
                _found[_foundCount++] = position;
            }

            _counts[position]++;
        }
    }
}
