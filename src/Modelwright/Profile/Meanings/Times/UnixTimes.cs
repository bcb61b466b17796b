using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Times;

/// <summary>Finds seconds and milliseconds since 1970: only where the name speaks of time, or the numbers can hardly be anything else.</summary>
internal static class UnixTimes
{
    // 1990 to 2050 where the name says so; without it 2000 to 2035 in milliseconds, which few other numbers are.
    private const double EarliestSecond = 631_152_000;
    private const double LatestSecond = 2_524_608_000;
    private const double EarliestUnnamed = 946_684_800_000;
    private const double LatestUnnamed = 2_051_222_400_000;
    private const int FewestUnnamed = 20;

    private static readonly string[] Words = ["date", "time", "epoch", "unix", "timestamp", "created", "updated", "modified"];
    private static readonly string[] Endings = ["_at", "_ts", "_on", "At", "Ts"];

    internal static Guess? Of(string name, NumberFacts facts)
    {
        var isNamed = IsNamed(name);
        if (isNamed && IsWithin(facts, EarliestSecond, LatestSecond))
        {
            return Guess("unix_seconds", "seconds since 1970: the name speaks of time, and all are within 1990 to 2050", facts, 1);
        }

        if (isNamed && facts.IsWhole && IsWithin(facts, EarliestSecond * 1000, LatestSecond * 1000))
        {
            return Guess("unix_milliseconds", "milliseconds since 1970: the name speaks of time, and all are within 1990 to 2050", facts, 1);
        }

        return facts is { IsWhole: true, Distinct: >= FewestUnnamed } && IsWithin(facts, EarliestUnnamed, LatestUnnamed) && !IdName.Matches(name)
            ? Guess("unix_milliseconds", "whole numbers that are all milliseconds since 1970 within 2000 to 2035", facts, 2)
            : null;
    }

    private static Guess Guess(string format, string reason, NumberFacts facts, int readings) =>
        new(ColumnMeaning.Time, Confidence.Of(facts.Present, facts.Present, readings), reason, ColumnType.Time)
        {
            TimeFormats = [format],
            Findings = readings == 1 ? [] : [new(FindingSeverity.Note, "unix_time", "is read as milliseconds since 1970, though its name does not speak of time.", "If these are numbers, give the column the type number.")],
        };

    private static bool IsWithin(NumberFacts facts, double low, double high) => facts.Minimum >= low && facts.Maximum <= high;

    private static bool IsNamed(string name) =>
        name is "ts" or "t" or "TS" or "Ts"
        || Array.Exists(Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
}
