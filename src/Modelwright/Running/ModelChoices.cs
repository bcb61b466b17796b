using Modelwright.Core.Learning;
using Modelwright.Measures;
using Modelwright.Recording;
using Modelwright.Search;
using Modelwright.Search.Limits;
using Modelwright.Validation;

namespace Modelwright.Running;

/// <summary>Weighs the trials and the shipped model for the evidence, and says whether the shipped one keeps what was asked of it.</summary>
internal sealed class ModelChoices(ModelLimits limits, CostMeter meter)
{
    /// <summary>Rounds over the rows for the model that counts.</summary>
    private const int Rounds = 5;

    /// <summary>A median over the limit is taken again so many times: another program may have had the processor.</summary>
    private const int MostLooks = 3;

    /// <summary>The evidence with the choices and the limits filled in.</summary>
    /// <param name="evidence">The rest of it.</param>
    /// <param name="shipped">The model in the package.</param>
    /// <param name="choice">What was tried and chosen; null for a plan that was repeated.</param>
    /// <param name="scoring">How answers look, and what was to be best.</param>
    public Evidence Weigh(Evidence evidence, Shipped shipped, Choice? choice, (AnswerKind Kind, IMetric Metric) scoring)
    {
        var cost = CostOf(shipped.Form);
        var answers = choice is null ? null : OutOfFold(choice, scoring.Kind);
        double? score = answers is null ? null : scoring.Metric.Score(answers);
        var trials = choice?.Outcome.Trials ?? [];
        var readability = Readability(shipped);
        var own = new EvidenceChoice("Shipped model", Microseconds(cost), cost.Bytes, readability) { Score = score, Parts = readability == Core.Learning.Readability.None ? null : cost.Parts, IsShipped = true };
        Trial[] weighed = [.. trials.Where(trial => trial.Cost is not null)];
        var front = ParetoFront.Of([(answers is null ? 0 : scoring.Metric.Loss(answers), cost, readability), .. weighed.Select(trial => (trial.Loss, trial.Cost!, trial.Candidate.Learner.Info.Readability))]);
        return evidence with
        {
            Choices = [own with { OnFront = front[0] }, .. weighed.Select((trial, place) => Of(trial) with { OnFront = front[place + 1] })],
            Limits = limits.IsAny ? Kept(cost, readability) : null,
            Warnings = limits.Admit(cost) ? evidence.Warnings : [.. evidence.Warnings, Over(cost)],
        };
    }

    /// <summary>What the members answer together on the rows that trials are scored on.</summary>
    private static Answers OutOfFold(Choice choice, AnswerKind kind)
    {
        if (choice.Stacked is { } stacked)
        {
            return kind.Pair(choice.Rows.AnswersOnly.Take(choice.Outcome.Partition.Covered), stacked.Answers);
        }

        var sum = new double[choice.Outcome.Members[0].Trial.Predictions.Length];
        foreach (var (trial, weight) in choice.Outcome.Members)
        {
            for (var index = 0; index < sum.Length; index++)
            {
                sum[index] += weight * trial.Predictions[index];
            }
        }

        return kind.Pair(choice.Rows.AnswersOnly.Take(choice.Outcome.Partition.Covered), sum);
    }

    private static double Microseconds(ModelCost cost) => Math.Round(1e6 * cost.Seconds, 2);

    private ModelCost CostOf(IForm form)
    {
        var cost = meter.Of(form, Rounds);
        for (var look = 1; look < MostLooks && cost.Seconds > limits.Seconds; look++)
        {
            var again = meter.Of(form, Rounds);
            cost = again.Seconds < cost.Seconds ? again : cost;
        }

        return cost;
    }

    private static Readability Readability(Shipped shipped) => shipped.Recipe.Members is [var member] && (shipped.Recipe.IsWhole || shipped.Recipe.Partition.Folds == 1)
        ? member.Candidate.Learner.Info.Readability
        : Core.Learning.Readability.None;

    private static EvidenceChoice Of(Trial trial) => new(trial.Candidate.Learner.Info.Title, Microseconds(trial.Cost!), trial.Cost!.Bytes, trial.Candidate.Learner.Info.Readability)
    {
        Trial = trial.Number,
        Score = trial.Score,
        Parts = trial.Candidate.Learner.Info.Readability == Core.Learning.Readability.None ? null : trial.Cost.Parts,
    };

    private EvidenceLimits Kept(ModelCost cost, Readability readability) => new()
    {
        Interpretable = limits.IsInterpretable,
        MaximumLatencyMicroseconds = double.IsFinite(limits.Seconds) ? Math.Round(1e6 * limits.Seconds, 2) : null,
        LatencyMicroseconds = double.IsFinite(limits.Seconds) ? Microseconds(cost) : null,
        MaximumSizeBytes = double.IsFinite(limits.Bytes) ? (long)limits.Bytes : null,
        SizeBytes = double.IsFinite(limits.Bytes) ? cost.Bytes : null,
        AreKept = limits.Admit(cost) && (!limits.IsInterpretable || readability == Core.Learning.Readability.Fully),
    };

    private string Over(ModelCost cost) => cost.Bytes > limits.Bytes
        ? $"The shipped model takes {ModelLimits.InBytes(cost.Bytes)}, more than --max-size {ModelLimits.InBytes(limits.Bytes)}. Train again with a smaller limit, or choose other learners."
        : $"The shipped model takes {ModelLimits.InTime(cost.Seconds)} a row on this machine, more than --max-latency {ModelLimits.InTime(limits.Seconds)}; when it was chosen it took less. Train again on an idle machine, or with a smaller limit.";
}
