using System.Globalization;
using Modelwright.Profile.Baskets;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Profiles;

/// <summary>What stands together in lists: rules beyond chance, and the most frequent sets of items.</summary>
internal static class BasketSection
{
    private const int MostRules = 25;
    private const int MostSets = 15;

    /// <summary>Two tables a column of lists; a sentence where nothing holds beyond chance.</summary>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<BasketProfile> found) => found.SelectMany(Of);

    private static IEnumerable<ReportBlock> Of(BasketProfile baskets)
    {
        if (baskets.Rules.Count == 0)
        {
            yield return new Prose($"In the lists of '{baskets.Column}' no items stand together more often than chance allows.");
        }
        else
        {
            yield return Grid.Of($"Rules in '{baskets.Column}'", "if these are there|then this|>in % of cases|>times as often as in all|>lists|>beyond chance", baskets.Rules.Take(MostRules).Select(rule => (IReadOnlyList<string>)
                [string.Join(", ", rule.If), rule.Then, Percent(rule.Confidence), Numbers.Fixed(rule.Lift, 2), Numbers.Count(rule.Count), Numbers.Count((int)Math.Round(rule.Leverage * baskets.Baskets))])) with
            {
                Note = $"{Numbers.Count(baskets.Rules.Count)} rule{(baskets.Rules.Count == 1 ? "" : "s")} among {Numbers.Count(baskets.Baskets)} lists of {Numbers.Count(baskets.Items)} different items, those first that stand in the most lists beyond what chance gives. The probability that any of them is there by chance alone is at most 5 % (exact tests, corrected for all rules that could be made).",
            };
        }

        if (baskets.Sets.Count > 0)
        {
            yield return Grid.Of($"Most frequent sets in '{baskets.Column}'", "items|>lists|>% of lists", baskets.Sets.Take(MostSets).Select(set => (IReadOnlyList<string>)
                [string.Join(", ", set.Items), Numbers.Count(set.Count), Percent(set.Count / (double)baskets.Baskets)])) with
            {
                IsDetail = true,
                Note = $"Of {Numbers.Count(baskets.Sets.Count)} sets of 2 to 4 items in at least {Numbers.Count(baskets.LeastCount)} lists. Frequent items stand together often by chance too.",
            };
        }
    }

    private static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture);
}
