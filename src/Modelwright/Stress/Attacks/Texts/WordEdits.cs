namespace Modelwright.Stress.Attacks.Texts;

/// <summary>Ways to write a word so that a person still reads it and a model may not.</summary>
internal static class WordEdits
{
    private const string Letters = "aceiopsxyABCEHKMOPTXlI0";
    private const string LookAlikes = "асеіорѕхуАВСЕНКМОРТХІlO";

    /// <summary>The word with two neighbouring letters swapped, one left out, one doubled, one replaced by one that looks like it; different from the word and from each other.</summary>
    /// <param name="word">The word.</param>
    /// <param name="chance">Where in the word.</param>
    public static string[] Of(string word, Random chance)
    {
        int[] places = [.. Enumerable.Range(0, word.Length).Where(place => !char.IsSurrogate(word[place]))];
        if (places.Length == 0)
        {
            return [];
        }

        int Drawn() => places[chance.Next(places.Length)];
        var alike = Enumerable.Range(0, word.Length).Where(place => Letters.Contains(word[place], StringComparison.Ordinal)).ToArray();
        IEnumerable<string> edits =
        [
            Swapped(word, Drawn()),
            Swapped(word, Drawn()),
            word.Length > 1 ? word.Remove(Drawn(), 1) : word,
            Doubled(word, Drawn()),
            alike.Length > 0 ? Alike(word, alike[chance.Next(alike.Length)]) : word,
            alike.Aggregate(word, Alike),
        ];
        return [.. edits.Where(edit => edit != word).Distinct(StringComparer.Ordinal)];
    }

    private static string Swapped(string word, int at) => at + 1 < word.Length && !char.IsSurrogate(word[at + 1]) ? $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}" : word;

    private static string Doubled(string word, int at) => word.Insert(at, word[at].ToString());

    private static string Alike(string word, int at) => $"{word[..at]}{LookAlikes[Letters.IndexOf(word[at], StringComparison.Ordinal)]}{word[(at + 1)..]}";
}
