using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Lists;

/// <summary>Finds cells that hold any number of items out of a small set, such as "red;blue" or a JSON array.</summary>
internal static class ListCells
{
    internal const string Json = "json";

    private const int MostLooked = 5_000;
    private const int FewestCells = 10;
    private const double LeastShareOfJson = 0.95;
    private static readonly string[] Separators = [";", "|", ","];

    internal static Guess? Of(TextFacts facts)
    {
        if (facts.Looked < FewestCells)
        {
            return null;
        }

        LevelCount[] looked = [.. facts.Levels.Take(MostLooked)];
        if (JsonLists.Of(looked, LeastShareOfJson) is { } json)
        {
            return Guess(facts, looked, json, Json, "JSON arrays");
        }

        foreach (var separator in Separators)
        {
            if (ItemCounts.Of(looked, separator[0]) is { IsList: true } items)
            {
                return Guess(facts, looked, items, separator, $"lists parted by '{separator}'");
            }
        }

        return null;
    }

    private static Guess Guess(TextFacts facts, LevelCount[] looked, ItemCounts items, string separator, string what)
    {
        var seen = looked.Sum(level => level.Count);
        var agreeing = seen - items.Odd.Sum(level => level.Count);
        return new(ColumnMeaning.List, Confidence.Of(agreeing, seen), FormattableString.Invariant($"{what}: {items.Distinct} different items, {items.Fewest} to {items.Most} a cell"), ColumnType.Text)
        {
            Kind = ColumnKind.List,
            ListSeparator = separator,
            Agreeing = facts.Looked - items.Odd.Sum(level => level.Count),
            Disagreeing = items.Odd,
        };
    }
}
