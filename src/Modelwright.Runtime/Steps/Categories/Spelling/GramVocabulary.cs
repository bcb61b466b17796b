using Modelwright.Core.Data;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Categories.Spelling;

/// <summary>Chooses the runs of characters whose weight differs most between rows, and weighs them.</summary>
internal static class GramVocabulary
{
    /// <summary>Runs held while counting; those that come up first after the most frequent values keep their place.</summary>
    internal const int MostCounted = 500_000;

    private const int ValuesBetweenLooks = 1024;

    /// <summary>The chosen runs in ordinal order, each with its inverse document frequency.</summary>
    internal static (string[] Grams, double[] Weights) Learn(Column column, int size, int width, CancellationToken cancellation)
    {
        var (counts, rows) = Count(column, size, cancellation);
        var candidates = new List<(string Gram, int Rows, double Spread)>();
        foreach (var (gram, seen) in counts)
        {
            var share = seen.Rows / (double)rows;
            var weight = Weight(seen.Rows, rows);
            candidates.Add((gram, seen.Rows, share * (1 - share) * weight * weight));
        }

        candidates.Sort((left, right) => left.Spread != right.Spread
            ? right.Spread.CompareTo(left.Spread)
            : string.CompareOrdinal(left.Gram, right.Gram));
        var chosen = candidates.Where(candidate => candidate.Rows < rows).Take(width).OrderBy(candidate => candidate.Gram, StringComparer.Ordinal).ToList();
        return ([.. chosen.Select(one => one.Gram)], [.. chosen.Select(one => Weight(one.Rows, rows))]);
    }

    private static double Weight(int rows, int all) => PortableMath.Log((1.0 + all) / (1.0 + rows)) + 1;

    /// <summary>In how many rows each run stands.</summary>
    private static (Dictionary<string, (int Rows, int LastValue)> Counts, int Rows) Count(Column column, int size, CancellationToken cancellation)
    {
        var counts = new Dictionary<string, (int Rows, int LastValue)>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var grams = new CharacterGrams(size);
        var (rows, values) = (0, 0);
        foreach (var (value, times) in Values(column))
        {
            rows += times;
            values++;
            if (values % ValuesBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            grams.Cut(value);
            for (var place = 0; place < grams.Count; place++)
            {
                var isKnown = lookup.TryGetValue(grams[place], out var seen);
                if (seen.LastValue != values && (isKnown || (counts.Count < MostCounted && IsWhole(grams[place]))))
                {
                    lookup[grams[place]] = (seen.Rows + times, values);
                }
            }
        }

        return (counts, rows);
    }

    /// <summary>Half a character beyond the first 65,536 cannot be written down.</summary>
    private static bool IsWhole(ReadOnlySpan<char> gram)
    {
        foreach (var sign in gram)
        {
            if (char.IsSurrogate(sign))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values with the rows that hold them; levels the most frequent first.</summary>
    private static IEnumerable<(string Value, int Times)> Values(Column column)
    {
        if (column is CategoryColumn category)
        {
            foreach (var level in new LevelCounts(category).ByFrequency())
            {
                yield return level;
            }

            yield break;
        }

        var texts = ((TextColumn)column).Values;
        for (var row = 0; row < texts.RowCount; row++)
        {
            if (texts.At(row) is { } text)
            {
                yield return (text, 1);
            }
        }
    }
}
