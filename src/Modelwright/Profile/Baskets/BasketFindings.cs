using System.Globalization;

namespace Modelwright.Profile.Baskets;

/// <summary>Tells what stands together in lists, where anything does beyond chance.</summary>
internal static class BasketFindings
{
    private const int Most = 5;

    /// <summary>The findings, one a column of lists with rules.</summary>
    public static IEnumerable<Finding> Of(IEnumerable<BasketProfile> found) =>
        found.Where(baskets => baskets.Rules.Count > 0).Select(Of);

    private static Finding Of(BasketProfile baskets)
    {
        var rules = baskets.Rules;
        var shown = string.Join("; ", rules.Take(Most).Select(Said));
        var left = rules.Count > Most ? $" (the first {Most})" : "";
        return new(
            FindingSeverity.Note,
            "baskets",
            baskets.Column,
            string.Create(CultureInfo.InvariantCulture, $"In the {baskets.Baskets} lists of '{baskets.Column}' {rules.Count} {(rules.Count == 1 ? "set of items stands" : "sets of items stand")} together more often than chance allows{left}: {shown}."),
            "This is worth knowing for offers and shelves; a model gets a column for each frequent item by itself.")
        {
            Measured = new Dictionary<string, double>
            {
                ["baskets"] = baskets.Baskets,
                ["sets"] = rules.Count,
                ["confidence"] = rules[0].Confidence,
                ["lift"] = rules[0].Lift,
                ["support"] = rules[0].Support,
            },
        };
    }

    private static string Said(BasketRule rule) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(" and ", rule.If.Select(Quoted))} with {Quoted(rule.Then)} in {rule.Confidence * 100:0.#} % of cases, {rule.Lift:0.##} times as often as in all ({rule.Count} lists)");

    private static string Quoted(string item)
    {
        const int Longest = 40;
        return item.Length <= Longest ? $"'{item}'" : $"'{item[..(char.IsHighSurrogate(item[Longest - 1]) ? Longest - 1 : Longest)]}…'";
    }
}
