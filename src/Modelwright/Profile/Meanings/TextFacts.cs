using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings;

/// <summary>What is measured on a category or text column.</summary>
internal sealed record TextFacts
{
    // Texts that hardly repeat are counted on every k-th row only.
    private const int MostTexts = 50_000;

    internal required int Rows { get; init; }

    internal required int Missing { get; init; }

    /// <summary>Different values with their counts, most frequent first, then in ordinal order.</summary>
    internal required IReadOnlyList<LevelCount> Levels { get; init; }

    /// <summary>Values looked at: all that are present, or every k-th.</summary>
    internal required int Looked { get; init; }

    /// <summary>Mean number of words a value.</summary>
    internal required double Words { get; init; }

    /// <summary>Whether the plain numbers beside it have decimal commas.</summary>
    internal bool StandsAmongDecimalCommas { get; init; }

    internal int Present => Rows - Missing;

    /// <summary>Different values among those looked at.</summary>
    internal int Distinct => Levels.Count;

    /// <summary>Different values in all rows; an estimate where <see cref="IsEstimate"/>.</summary>
    internal required int DistinctInAll { get; init; }

    internal bool IsEstimate { get; init; }

    internal bool IsAllDistinct => Missing == 0 && Looked > 0 && Distinct == Looked;

    /// <summary>Share of looked-at values that are different ones.</summary>
    internal double DistinctShare => Looked == 0 ? 0 : Distinct / (double)Looked;

    /// <summary>Rows with one of some levels; an estimate where not all values were looked at.</summary>
    internal int InAll(IReadOnlyList<LevelCount> levels) =>
        Looked == 0 ? 0 : (int)Math.Round(levels.Sum(level => (double)level.Count) * Present / Looked);

    internal static TextFacts Of(CategoryColumn column)
    {
        var counts = new int[column.Levels.Count];
        var missing = 0;
        for (var block = 0; block < column.Codes.BlockCount; block++)
        {
            foreach (var code in column.Codes[block])
            {
                if (code < 0)
                {
                    missing++;
                }
                else
                {
                    counts[code]++;
                }
            }
        }

        var levels = counts.Select((count, code) => new LevelCount(column.Levels[code], count)).Where(level => level.Count > 0);
        return Make(column.RowCount, missing, levels, column.RowCount - missing, all: null);
    }

    internal static TextFacts Of(TextColumn column)
    {
        var stride = Math.Max(1, (column.RowCount + MostTexts - 1) / MostTexts);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = stride > 1 ? new DistinctCounter() : null;
        var missing = 0;
        var looked = 0;
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            var values = column.Values[block];
            for (var row = 0; row < values.Length; row++)
            {
                if (values[row] is not { } text)
                {
                    missing++;
                    continue;
                }

                all?.Add(DistinctCounter.Bits(text));
                if (((block * Blocks<string>.Size) + row) % stride == 0)
                {
                    looked++;
                    counts[text] = counts.GetValueOrDefault(text) + 1;
                }
            }
        }

        return Make(column.RowCount, missing, counts.Select(pair => new LevelCount(pair.Key, pair.Value)), looked, all);
    }

    private static TextFacts Make(int rows, int missing, IEnumerable<LevelCount> levels, int looked, DistinctCounter? all)
    {
        LevelCount[] ordered = [.. levels.OrderByDescending(level => level.Count).ThenBy(level => level.Value, StringComparer.Ordinal)];
        return new()
        {
            Rows = rows,
            Missing = missing,
            Levels = ordered,
            Looked = looked,
            DistinctInAll = all?.Count ?? ordered.Length,
            IsEstimate = all is { IsExact: false },
            Words = looked == 0 ? 0 : ordered.Sum(level => (double)WordsOf(level.Value) * level.Count) / looked,
        };
    }

    private static int WordsOf(string text)
    {
        var words = 0;
        var isInside = false;
        foreach (var character in text)
        {
            var isWord = !char.IsWhiteSpace(character);
            words += isWord && !isInside ? 1 : 0;
            isInside = isWord;
        }

        return words;
    }
}
