using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Profile.Meanings.Codes;
using Modelwright.Profile.Meanings.Lists;
using Modelwright.Profile.Meanings.Numbers;
using Modelwright.Profile.Meanings.Places;
using Modelwright.Profile.Meanings.Times;

namespace Modelwright.Profile.Meanings;

/// <summary>Guesses what a category or text column means.</summary>
internal static class TextMeaning
{
    private const int Sentence = 8;
    private const int FewWords = 3;
    private const double MostlyDistinct = 0.3;
    private const double SingleTokens = 0.95;

    internal static Guess Of(string name, TextFacts facts)
    {
        if (facts.Present == 0)
        {
            return new(ColumnMeaning.Constant, 1, "no value at all", ColumnType.Category);
        }

        if (facts is { Distinct: 1, Missing: 0 })
        {
            return new(ColumnMeaning.Constant, 1, "one value in all rows", ColumnType.Category);
        }

        if (facts.Distinct == 2 && AnswerWords.ArePair(facts.Levels[0].Value, facts.Levels[1].Value))
        {
            return new(ColumnMeaning.Boolean, 0.95, $"two answers, '{facts.Levels[0].Value}' and '{facts.Levels[1].Value}'", ColumnType.Category);
        }

        return TimeGuess.Of(facts) ?? CodeGuess.Of(name, facts) ?? CoordinateCells.Of(name, facts) ?? WrittenNumbers.Find(name, facts) ?? ListCells.Of(facts) ?? IdOf(name, facts) ?? TextOf(facts)
            ?? new(ColumnMeaning.Category, facts.DistinctShare > 0.5 ? 0.6 : 0.9, $"{facts.Distinct} levels", ColumnType.Category);
    }

    // A code that names the row: one token, all different, with digits in it or with a name that says so.
    private static Guess? IdOf(string name, TextFacts facts)
    {
        if (!facts.IsAllDistinct || facts.Rows < NumberMeaning.FewestRowsForId || facts.Words > 1 / SingleTokens)
        {
            return null;
        }

        if (IdName.Matches(name))
        {
            return new(ColumnMeaning.Id, 0.95, "every value is a different code, and the name says so", ColumnType.Category);
        }

        var coded = facts.Levels.Count(level => level.Value.Any(char.IsAsciiDigit));
        return coded >= SingleTokens * facts.Distinct
            ? new(ColumnMeaning.Id, 0.85, "every value is a different code", ColumnType.Category)
            : null;
    }

    private static Guess? TextOf(TextFacts facts)
    {
        var isSentences = facts.Words >= Sentence && facts.Distinct > 50;
        var isPhrases = facts.Words >= FewWords && facts.DistinctShare > MostlyDistinct && facts.Distinct > 20;
        return isSentences || isPhrases
            ? new(ColumnMeaning.Text, 0.9, string.Create(CultureInfo.InvariantCulture, $"{facts.Words:0.#} words a value, {facts.DistinctShare * 100:0} % different"), ColumnType.Text)
            : null;
    }
}
