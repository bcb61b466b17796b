using Modelwright.Recording.Answering;
using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>What the decision between classes is worth, where a person told what mistakes cost or which metric it is for.</summary>
internal static class MoneySection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        if (ground.Evidence.Decision is not { } decision)
        {
            yield break;
        }

        yield return new Prose(decision.Threshold is { } threshold
            ? $"'{ground.Evidence.Positive}' is answered from a probability of {Numbers.Short(threshold)} on: the threshold that is best for {ReportGround.TitleOf(decision.For)}, tuned on out-of-fold answers."
            : "The class is answered whose expected cost is the least, by the costs that were given.");
        (string Name, EvidenceMoney? Money)[] amounts =
        [
            ("as the model answers", decision.CostPerThousand),
            ($"always '{decision.SingleAnswer}'", decision.SingleCostPerThousand),
            ("the model saves", decision.SavingPerThousand),
        ];
        IReadOnlyList<string>[] rows = [.. amounts.Where(amount => amount.Money is not null).Select(amount => (IReadOnlyList<string>)
            [amount.Name, Numbers.Short(amount.Money!.Value), $"{Numbers.Short(amount.Money.Lower)} … {Numbers.Short(amount.Money.Upper)}"])];
        if (rows.Length > 0)
        {
            yield return Grid.Of($"Cost of 1,000 rows, on {Numbers.Count(decision.Rows)} rows that no choice has seen", "answers|>cost|>95 % interval", rows);
        }
    }
}
