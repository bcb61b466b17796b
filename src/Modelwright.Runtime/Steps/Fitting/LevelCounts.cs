using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>How often each level of a column occurs. Only levels that occur are ever given out.</summary>
internal sealed class LevelCounts
{
    private readonly CategoryColumn _column;
    private readonly int[] _counts;

    internal LevelCounts(CategoryColumn column)
    {
        _column = column;
        _counts = new int[column.Levels.Count];
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                if (code < 0)
                {
                    Missing++;
                }
                else
                {
                    _counts[code]++;
                }
            }
        }
    }

    /// <summary>Rows without a value.</summary>
    internal int Missing { get; private set; }

    /// <summary>Levels that occur, in the column's own order.</summary>
    internal List<string> InOrder()
    {
        var levels = new List<string>();
        for (var code = 0; code < _counts.Length; code++)
        {
            if (_counts[code] > 0)
            {
                levels.Add(_column.Levels[code]);
            }
        }

        return levels;
    }

    /// <summary>Levels that occur, the most frequent first, then by name; with their counts.</summary>
    internal List<(string Level, int Count)> ByFrequency()
    {
        var levels = new List<(string Level, int Count)>();
        for (var code = 0; code < _counts.Length; code++)
        {
            if (_counts[code] > 0)
            {
                levels.Add((_column.Levels[code], _counts[code]));
            }
        }

        levels.Sort((left, right) => left.Count != right.Count
            ? right.Count.CompareTo(left.Count)
            : string.CompareOrdinal(left.Level, right.Level));
        return levels;
    }
}
