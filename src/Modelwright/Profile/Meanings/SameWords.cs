using System.Collections.Frozen;
using Modelwright.Sources;

namespace Modelwright.Profile.Meanings;

/// <summary>Finds levels that mean the same and are written in several ways: "Berlin" and "berlin ", yes and no in several words, one telephone number with other marks, postal codes with and without their zeros.</summary>
internal static class SameWords
{
    private const int MostShown = 3;
    private const int MostSpellings = 4;
    private const int MostLevels = 50_000;

    private static readonly FrozenSet<char> Blanks = FrozenSet.ToFrozenSet(" \u00A0\t-_");

    internal static GuessFinding? Of(TextFacts facts, ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.Category => OfAnswers(facts) ?? OfSpellings(facts, Folded),
        ColumnMeaning.Phone => OfSpellings(facts, Digits),
        ColumnMeaning.PostalCode => OfSpellings(facts, Code),
        _ => null,
    };

    /// <summary>The digits of a text alone.</summary>
    internal static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static GuessFinding? OfAnswers(TextFacts facts)
    {
        if (facts.Distinct < 3 || facts.Levels.Any(level => AnswerWords.IsYes(level.Value) is null))
        {
            return null;
        }

        LevelCount[] yes = [.. facts.Levels.Where(level => AnswerWords.IsYes(level.Value) == true)];
        LevelCount[] no = [.. facts.Levels.Where(level => AnswerWords.IsYes(level.Value) == false)];
        return yes.Length == 0 || no.Length == 0 ? null : new(
            FindingSeverity.Warning,
            "same_levels",
            $"holds two answers in {facts.Distinct} words: {Shown(yes)}; {Shown(no)}.",
            "Write them in two words; until then each word is a level of its own.");
    }

    private static GuessFinding? OfSpellings(TextFacts facts, Func<string, string> fold)
    {
        LevelCount[][] groups = [.. facts.Levels.Take(MostLevels).GroupBy(level => fold(level.Value), StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.ToArray())];
        return groups.Length == 0 ? null : new(
            FindingSeverity.Warning,
            "same_levels",
            $"holds {groups.Length} {(groups.Length == 1 ? "value" : "values")} in several spellings: {string.Join("; ", groups.Take(MostShown).Select(Shown))}{(groups.Length > MostShown ? "; …" : "")}.",
            "Write each in one way; until then every spelling is a level of its own.");
    }

    // A program that took some of the codes for numbers left their zeros out: 1067 is 01067.
    private static string Code(string text) => Folded(text).Replace(" ", "", StringComparison.Ordinal).TrimStart('0');

    // Case, blanks and hyphens are no matter.
    private static string Folded(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!Blanks.Contains(letter))
            {
                folded.Append(char.ToUpperInvariant(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static string Shown(LevelCount[] levels) =>
        string.Join(", ", levels.Take(MostSpellings).Select(level => $"'{FaultList.Show(level.Value)}' ({level.Count})")) + (levels.Length > MostSpellings ? ", …" : "");
}
