using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;
using Modelwright.Stress;
using Modelwright.Stress.Attacks;

namespace Modelwright.Reports.Testing;

/// <summary>How easily an opponent turns answers: what attacks achieve within the budget, what carries them, and rows before and after.</summary>
internal static class AttackSection
{
    private const int MostColumns = 12;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(StressReport test)
    {
        if (test.Attacks is not { All.Rows: > 0 } attacks)
        {
            yield break;
        }

        yield return new Prose(Lead(attacks));
        yield return Grid.Of("", "attack|NIST AI 100-2|>rows|>flipped within the budget|>95 % interval|>median cost of a flip", attacks.Attacks.Append(attacks.All).Select(attack => (IReadOnlyList<string>)
        [
            TitleOf(attack.Attack), attack.Taxonomy, Numbers.Count(attack.Rows), Numbers.Percent(attack.Flipped), $"{Numbers.Percent(attack.Lower)} … {Numbers.Percent(attack.Upper)}", attack.MedianCost is { } cost ? Numbers.Short(cost) : "none found for half of them",
        ]));
        if (attacks is { Certified: { } share, CertifiedLower: { } lower, CertifiedUpper: { } upper })
        {
            var half = attacks.CertifiedCost is { } cost && double.IsFinite(cost) ? $"; for half of the rows no flip costs less than {Numbers.Short(cost)}" : "";
            yield return new Prose($"Proven, not tried: {Numbers.Percent(share)} of the rows ({Numbers.Percent(lower)} … {Numbers.Percent(upper)}) stand any attack within the budget{half}.");
        }

        if (attacks.Columns.Count > 0)
        {
            yield return new BarChart
            {
                Title = "What carries the attacks",
                Reading = "Share of the flipped rows whose cheapest change needs the column.",
                Names = "column",
                Axis = "% of the flipped rows",
                Bars = [.. attacks.Columns.OrderByDescending(column => column.Value).ThenBy(column => column.Key, StringComparer.Ordinal).Take(MostColumns).Select(column => new ChartBar(column.Key, 100 * column.Value))],
            };
        }

        if (attacks.Examples.Count > 0)
        {
            yield return Grid.Of("Before and after", ">row|column|before|after|answer before|answer after|>cost", attacks.Examples.SelectMany(example => example.Changes.Select((change, place) => (IReadOnlyList<string>)
            [
                place == 0 ? Numbers.Count(example.Row + 1) : "", change.Column, change.Before, change.After, place == 0 ? example.AnswerBefore : "", place == 0 ? example.AnswerAfter : "", Numbers.Short(change.Cost),
            ])));
        }
    }

    private static string Lead(AttackReport attacks)
    {
        var counts = attacks.Amount is { } amount ? $"moved by {Numbers.Short(amount)} or more, what the model errs by anyway," : "turned into another class";
        return $"An opponent who may change what the threat allows, at its costs, was given {Numbers.Count(attacks.All.Rows)} rows that the model answers rightly. Within a cost of {Numbers.Short(attacks.Threat.Budget)} the answer was {counts} for {Numbers.Percent(attacks.All.Flipped)} of them ({Numbers.Percent(attacks.All.Lower)} … {Numbers.Percent(attacks.All.Upper)}). Where nobody wrote a threat, every feature may change and a standard deviation, another level or a word costs 1: write one with --write-threat, take out what nobody can change, and the figure tells of your case.";
    }

    private static string TitleOf(string attack) => attack == "all" ? "the cheapest of all" : BuiltInAttacks.All.FirstOrDefault(known => known.Info.Name == attack)?.Info.Title ?? attack;
}
