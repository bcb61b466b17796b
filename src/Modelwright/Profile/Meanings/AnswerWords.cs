using System.Collections.Frozen;

namespace Modelwright.Profile.Meanings;

/// <summary>Words for yes and no, in the usual languages.</summary>
internal static class AnswerWords
{
    private static readonly (string No, string Yes)[] Pairs =
    [
        ("no", "yes"), ("false", "true"), ("n", "y"), ("f", "t"), ("off", "on"), ("0", "1"), ("absent", "present"), ("negative", "positive"),
        ("nein", "ja"), ("non", "oui"), ("no", "si"), ("no", "sí"), ("no", "sì"), ("não", "sim"), ("nee", "ja"), ("nej", "ja"), ("nie", "tak"), ("нет", "да"), ("否", "是"),
    ];

    private static readonly FrozenSet<string> Yes = FrozenSet.ToFrozenSet(Pairs.Select(pair => pair.Yes), StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> No = FrozenSet.ToFrozenSet(Pairs.Select(pair => pair.No), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether two words are the two answers of one language.</summary>
    internal static bool ArePair(string first, string second) => Array.Exists(Pairs, pair => Are(first, second, pair) || Are(second, first, pair));

    /// <summary>Whether a word means yes; null where it is no answer.</summary>
    internal static bool? IsYes(string word)
    {
        var answer = word.Trim();
        return Yes.Contains(answer) ? true : No.Contains(answer) ? false : null;
    }

    private static bool Are(string no, string yes, (string No, string Yes) pair) => Same(no, pair.No) && Same(yes, pair.Yes);

    private static bool Same(string left, string right) => left.Trim().Equals(right, StringComparison.OrdinalIgnoreCase);
}
