using System.Collections.Frozen;

namespace Modelwright.Profile.Meanings;

/// <summary>The words of a column's name: "shipZipCode", "SHIP_ZIP_CODE" and "ship zip code" have the same three.</summary>
internal static class NameWords
{
    private const int MostLetters = 200;

    internal static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        var length = Math.Min(name.Length, MostLetters);
        for (var place = 0; place <= length; place++)
        {
            var isEnd = place == length || !char.IsLetter(name[place]) || (place > start && char.IsUpper(name[place]) && char.IsLower(name[place - 1]));
            if (!isEnd)
            {
                continue;
            }

            if (place > start)
            {
                words.Add(name[start..place].ToLowerInvariant());
            }

            start = place < length && char.IsLetter(name[place]) ? place : place + 1;
        }

        return words;
    }

    /// <summary>Whether a name has one of some words.</summary>
    internal static bool Has(string name, FrozenSet<string> wanted)
    {
        foreach (var word in Of(name))
        {
            if (wanted.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
