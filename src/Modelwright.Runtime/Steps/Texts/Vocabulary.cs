using System.Runtime.InteropServices;
using Modelwright.Core.Data;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Steps.Texts;

/// <summary>Chooses the terms of a column of texts and their weights.</summary>
internal static class Vocabulary
{
    /// <summary>Terms held while counting; above it those seen least are dropped, so that memory stays bounded.</summary>
    internal const int MostCounted = 500_000;

    /// <summary>Characters of a term at most: what is longer is no word but data in letters, and would make memory unbounded.</summary>
    internal const int LongestTerm = 100;

    private const int TextsBetweenLooks = 1024;

    /// <summary>The chosen terms in ordinal order, each with its inverse document frequency.</summary>
    internal static (string[] Terms, double[] Weights) Learn(TextColumn column, TfIdf settings, CancellationToken cancellation, int mostCounted = MostCounted)
    {
        var (documents, dropped, texts) = CountAll(column, settings.Pairs, mostCounted, cancellation);
        var terms = Choose(documents, texts, settings);
        Array.Sort(terms, StringComparer.Ordinal);
        int[] counts = [.. terms.Select(term => documents[term].Documents)];
        if (dropped)
        {
            counts = Recount(column, terms, settings.Pairs, cancellation);
        }

        return (terms, [.. counts.Select(count => Weight(count, texts))]);
    }

    /// <summary>Inverse document frequency, as if one more text held every term.</summary>
    private static double Weight(int documents, int texts) => PortableMath.Log((1.0 + texts) / (1.0 + documents)) + 1;

    /// <summary>In how many texts each term stands.</summary>
    private static (Dictionary<string, Seen> Documents, bool Dropped, int Texts) CountAll(
        TextColumn column, bool pairs, int mostCounted, CancellationToken cancellation)
    {
        var documents = new Dictionary<string, Seen>(StringComparer.Ordinal);
        var lookup = documents.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new WordCutter();
        var (dropped, texts, floor) = (false, 0, 1);
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            foreach (var text in column.Values[block])
            {
                if (text is null)
                {
                    continue;
                }

                texts++;
                words.Cut(text);
                for (var word = 0; word < words.Count; word++)
                {
                    Add(lookup, words.Words(word, word), texts);
                    if (pairs && word > 0)
                    {
                        Add(lookup, words.Words(word - 1, word), texts);
                    }
                }

                if (texts % TextsBetweenLooks == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                if (documents.Count > mostCounted)
                {
                    floor = Drop(documents, mostCounted / 2, floor);
                    dropped = true;
                }
            }
        }

        return (documents, dropped, texts);
    }

    private static void Add(Dictionary<string, Seen>.AlternateLookup<ReadOnlySpan<char>> documents, ReadOnlySpan<char> term, int text)
    {
        if (term.Length > LongestTerm)
        {
            return;
        }

        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(documents, term, out _);
        if (seen.LastText != text)
        {
            seen = new(seen.Documents + 1, text);
        }
    }

    /// <summary>Drops the terms seen least until half the room is free; gives the count from which terms are still held.</summary>
    private static int Drop(Dictionary<string, Seen> documents, int most, int floor)
    {
        while (documents.Count > most)
        {
            foreach (var (term, seen) in documents)
            {
                if (seen.Documents <= floor)
                {
                    documents.Remove(term);
                }
            }

            floor++;
        }

        return floor;
    }

    /// <summary>
    /// The terms whose weight differs most between texts: share x (1 - share) x weight², the variance of a term that stands
    /// once where it stands. Words of nearly all texts and words of hardly any come last; of equals the first by name wins.
    /// </summary>
    private static string[] Choose(Dictionary<string, Seen> documents, int texts, TfIdf settings)
    {
        var candidates = new List<(string Term, double Spread)>();
        foreach (var (term, seen) in documents)
        {
            if (seen.Documents >= settings.MinDocuments)
            {
                var share = seen.Documents / (double)texts;
                var weight = Weight(seen.Documents, texts);
                candidates.Add((term, share * (1 - share) * weight * weight));
            }
        }

        candidates.Sort((left, right) => left.Spread != right.Spread
            ? right.Spread.CompareTo(left.Spread)
            : string.CompareOrdinal(left.Term, right.Term));
        return [.. candidates.Take(settings.MaxTerms).Select(candidate => candidate.Term)];
    }

    private static int[] Recount(TextColumn column, string[] terms, bool pairs, CancellationToken cancellation)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var term = 0; term < terms.Length; term++)
        {
            positions.Add(terms[term], term);
        }

        var counts = new TermCounts(positions, pairs);
        var documents = new int[terms.Length];
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var text in column.Values[block])
            {
                if (text is null)
                {
                    continue;
                }

                counts.Count(text);
                foreach (var term in counts.Found)
                {
                    documents[term]++;
                }
            }
        }

        return documents;
    }

    private readonly record struct Seen(int Documents, int LastText);
}
