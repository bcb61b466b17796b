using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Validation.Deciding;

/// <summary>What a decision by costs is worth: against the single answer that costs least where it is always given.</summary>
internal static class DecisionValue
{
    private const double Rows = 1000;
    private const double Reach = 1.96;

    /// <summary>Works it out; null where no row counts.</summary>
    /// <param name="answers">Answers with the decided classes.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="data">Which rows they are.</param>
    public static EvidenceDecision? Of(ClassAnswers answers, ClassDecision decision, string data)
    {
        var plain = new EvidenceDecision { For = decision.For, Threshold = decision.Threshold, Data = data, Rows = answers.Count };
        if (decision.Costs is not { } costs || answers.Count == 0)
        {
            return plain;
        }

        var classes = answers.Classes.Count;
        double Cost(int row, int answer) => costs[(answers.Truth[row] * classes) + answer];
        var single = Enumerable.Range(0, classes).MinBy(answer => Mean(answers, row => Cost(row, answer)).Value);
        return plain with
        {
            CostPerThousand = Mean(answers, row => Cost(row, answers.Answered(row))),
            SingleAnswer = answers.Classes[single],
            SingleCostPerThousand = Mean(answers, row => Cost(row, single)),
            SavingPerThousand = Mean(answers, row => Cost(row, single) - Cost(row, answers.Answered(row))),
        };
    }

    private static EvidenceMoney Mean(ClassAnswers answers, Func<int, double> amount)
    {
        var (total, sum, squares) = (0.0, 0.0, 0.0);
        for (var row = 0; row < answers.Count; row++)
        {
            total += answers.Weights?[row] ?? 1;
            sum += (answers.Weights?[row] ?? 1) * amount(row);
        }

        var mean = total > 0 ? sum / total : 0;
        for (var row = 0; row < answers.Count; row++)
        {
            var part = (answers.Weights?[row] ?? 1) * (amount(row) - mean);
            squares += part * part;
        }

        var error = total > 0 ? Math.Sqrt(squares) / total : 0;
        return new(Rows * mean, Rows * error, Rows * (mean - (Reach * error)), Rows * (mean + (Reach * error)));
    }
}
