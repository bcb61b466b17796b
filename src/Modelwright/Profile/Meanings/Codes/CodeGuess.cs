using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Codes;

/// <summary>Finds values that name something in the world and are no numbers, however many digits they have: their leading zeros stay.</summary>
internal static class CodeGuess
{
    private const double LeastShare = 0.95;
    private const int FewestUnnamed = 5;
    private const int MostDigitsOfPostalCode = 8;

    private delegate bool Looks(ReadOnlySpan<char> text);

    internal static Guess? Of(string name, TextFacts facts)
    {
        var isVersion = facts.Levels.All(level => Addresses.IsLikeRelease(level.Value.AsSpan().Trim())) && !NameWords.Of(name).Contains("ip");
        return Find(facts, ColumnMeaning.Email, "e-mail addresses", Addresses.IsEmail)
            ?? Find(facts, ColumnMeaning.Url, "web addresses", Addresses.IsUrl)
            ?? (isVersion ? null : Find(facts, ColumnMeaning.IpAddress, "IP addresses", Addresses.IsIp))
            ?? OfPostal(name, facts)
            ?? OfPhones(name, facts);
    }

    /// <summary>Numbers that are codes, as the name says and the range allows; they are read as levels.</summary>
    internal static Guess? Of(string name, NumberFacts facts)
    {
        if (!facts.IsWhole || facts.Minimum < 0)
        {
            return null;
        }

        if (Phones.IsNamed(name) && facts is { Minimum: >= 1e6, Maximum: < 1e15 })
        {
            return Guess(ColumnMeaning.Phone, "telephone numbers, as the name says: whole numbers of 7 to 15 digits", facts.Present, facts.Present, facts.IsAllDistinct);
        }

        return PostalCodes.IsNamed(name) && facts.Maximum is >= 100 and < 1e8
            ? Guess(ColumnMeaning.PostalCode, "postal codes, as the name says: whole numbers of up to 8 digits", facts.Present, facts.Present, isKey: false) with { Findings = [.. LostZeros(facts)] }
            : null;
    }

    private static Guess? OfPhones(string name, TextFacts facts) => Phones.IsNamed(name)
        ? Find(facts, ColumnMeaning.Phone, "telephone numbers, as the name says too", Phones.IsPossible)
        : facts.Distinct < FewestUnnamed ? null : Find(facts, ColumnMeaning.Phone, "telephone numbers", Phones.IsPlain);

    private static Guess? OfPostal(string name, TextFacts facts) => PostalCodes.IsNamed(name)
        ? Find(facts, ColumnMeaning.PostalCode, "postal codes, as the name says too", PostalCodes.IsPossible)
        : facts.Distinct < FewestUnnamed ? null : Find(facts, ColumnMeaning.PostalCode, "postal codes by their shape", PostalCodes.IsPlain);

    private static Guess? Find(TextFacts facts, ColumnMeaning meaning, string what, Looks looks)
    {
        var others = new List<LevelCount>();
        var agreeing = 0L;
        var different = 0L;
        foreach (var level in facts.Levels)
        {
            var fits = looks(level.Value.AsSpan().Trim());
            agreeing += fits ? level.Count : 0;
            different += fits ? 0 : level.Count;

            // Most columns are given up after a look at their most frequent values.
            if (different > (1 - LeastShare) * facts.Looked)
            {
                return null;
            }

            if (!fits)
            {
                others.Add(level);
            }
        }

        return agreeing == 0 ? null : Guess(meaning, what, agreeing, facts.Looked, NamesRows(facts, meaning)) with { Disagreeing = others };
    }

    // A telephone number is the same one with other marks between its digits.
    private static bool NamesRows(TextFacts facts, ColumnMeaning meaning) => facts.IsAllDistinct && meaning switch
    {
        ColumnMeaning.PostalCode => false,
        ColumnMeaning.Phone => facts.Levels.Select(level => SameWords.Digits(level.Value)).Distinct(StringComparer.Ordinal).Count() == facts.Distinct,
        _ => true,
    };

    private static Guess Guess(ColumnMeaning meaning, string what, long agreeing, long seen, bool isKey)
    {
        var namesRow = isKey && seen >= NumberMeaning.FewestRowsForId;
        return new(meaning, Confidence.Of(agreeing, seen), namesRow ? $"{what}, every one different" : what, ColumnType.Category) { Agreeing = agreeing, NamesRow = namesRow };
    }

    // 501 among codes of five digits was 00501 before a program took it for a number.
    private static IEnumerable<GuessFinding> LostZeros(NumberFacts facts)
    {
        var (shortest, longest) = (Length(facts.Minimum), Length(facts.Maximum));
        if (shortest < longest && longest <= MostDigitsOfPostalCode)
        {
            yield return new(FindingSeverity.Note, "lost_zeros", $"holds postal codes of {shortest} to {longest} digits, so leading zeros may have been lost.", "See whether the file that these rows came from has them still.");
        }
    }

    private static int Length(double value) => value.ToString("0", System.Globalization.CultureInfo.InvariantCulture).Length;
}
