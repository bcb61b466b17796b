using Modelwright.Recording.Answering;
using Modelwright.Reports.Charts;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>What the decision between classes is worth, where a person told what mistakes cost or which metric it is for.</summary>
internal static class MoneySection
{
    private const int MostCosts = 60;

    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Decision is not { } decision)
        {
            yield break;
        }

        yield return new Prose(decision.Threshold is { } threshold
            ? $"'{ground.Evidence.Positive}' is answered from a probability of {Numbers.Short(threshold)} on: the threshold that is best for {ReportGround.TitleOf(decision.For)}, tuned on rows the models had not seen."
            : "Not the most probable class is answered but the one whose expected cost is the least, by the costs below. The figures of this report that speak of answers, such as accuracy, are those of these answers.");
        if (decision is { CostPerThousand: { } cost, SingleCostPerThousand: { } single, SavingPerThousand: { } saving })
        {
            yield return Picture(decision, [("answers of the model", cost), ($"always '{decision.SingleAnswer}'", single), ("saved by the model", saving)]);
        }

        if (ground.Plan.Answering?.Costs is { } costs)
        {
            yield return Grid.Of("Costs as given", "true class|answer|>cost of a row", costs
                .SelectMany(truth => truth.Value.Select(answer => (IReadOnlyList<string>)[truth.Key, answer.Key, Numbers.Short(answer.Value)]))
                .Take(MostCosts)) with { Note = "What is not named costs 0." };
        }
    }

    private static BarChart Picture(EvidenceDecision decision, (string Name, EvidenceMoney Money)[] amounts) => new()
    {
        Title = "Cost of 1,000 rows",
        Reading = $"In the unit of the costs, with 95 % intervals, measured on {Numbers.Count(decision.Rows)} rows that the model had not seen. '{decision.SingleAnswer}' is the single answer that costs least.",
        Axis = "cost of 1,000 rows",
        Names = "what",
        Bars = [.. amounts.Select(amount => new ChartBar(amount.Name, amount.Money.Value) { Lower = amount.Money.Lower, Upper = amount.Money.Upper })],
    };
}
