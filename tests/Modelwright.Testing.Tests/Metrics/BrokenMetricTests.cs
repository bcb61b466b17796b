using Modelwright.Measures;
using Modelwright.Testing.Metrics;

namespace Modelwright.Testing.Tests.Metrics;

/// <summary>A metric that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenMetricTests
{
    private static readonly MetricReference[] References =
    [
        new("errors of 1, 2 and 3", new NumberAnswers([10, 20, 30], [11, 18, 33]), 2),
    ];

    [Theory]
    [InlineData("reference", "Score_References_Equal")]
    [InlineData("task", "Score_OtherTask_SaysSo")]
    [InlineData("rows", "Score_NoRows_IsUndefined")]
    [InlineData("sure", "Estimate_OneRow_SaysHowLittleItTells")]
    [InlineData("best", "Score_Perfect_IsBest")]
    [InlineData("constant", "Score_Constant_AsStated")]
    [InlineData("direction", "Score_Perfect_IsBest Score_Worse_IsWorse")]
    [InlineData("order", "Score_ShuffledRows_Same")]
    [InlineData("ones", "Score_WeightsOfOne_Same")]
    [InlineData("zero", "Score_WeightZero_EqualsRemovedRow")]
    [InlineData("two", "Score_WeightTwo_EqualsRepeatedRow")]
    [InlineData("writes", "Score_Input_Unchanged")]
    [InlineData("threads", "Score_EightThreads_Same")]
    [InlineData("outside", "Estimate_Interval_HoldsScoreWithinRange")]
    [InlineData("groups", "Estimate_RepeatedRowsInGroups_Same")]
    [InlineData("lengths", "Estimate_WrongGroups_SaysHowMany")]
    [InlineData("narrow", "Estimate_Interval_CoversTruth")]
    [InlineData("error", "Estimate_Interval_CoversTruth")]
    [InlineData("wide", "Estimate_Interval_CoversTruth")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) =>
        Suite.Fails("Metric", MetricSuite.Checks(new BrokenMetric(broken), References), expected);

    [Fact]
    public void Checks_SoundMetric_Hold() => Suite.Holds(MetricSuite.Checks(new BrokenMetric("nothing"), References));

    [Fact]
    public void Checks_NoReference_Fail() => Suite.Fails("Metric", MetricSuite.Checks(new BrokenMetric("nothing"), []), "Score_References_Equal");

    /// <summary>The mean absolute error, but for one promise.</summary>
    private sealed class BrokenMetric(string broken) : IMetric
    {
        private readonly IMetric _sound = BuiltInMetrics.Get("mae");
        private double? _first;
        private int _inside;

        public MetricInfo Info => broken switch
        {
            "constant" => _sound.Info with { Constant = _ => 3 },
            "direction" => _sound.Info with { HigherIsBetter = true },
            _ => _sound.Info,
        };

        public double Score(Answers answers) => broken switch
        {
            "reference" => _sound.Score(answers) is var score && answers.Count == 3 ? score + 1 : score,
            "task" => answers is NumberAnswers ? _sound.Score(answers) : 0.5,
            "rows" => answers.Count == 0 ? 0 : _sound.Score(answers),
            "best" => Math.Max(1e-3, _sound.Score(answers)),
            "threads" => Alone(answers),
            "writes" when answers is NumberAnswers numbers => _sound.Score(Written(numbers)),
            "two" => Weighs(answers, 2) ? _sound.Score(answers with { Weights = null }) : _sound.Score(answers),
            _ => _sound.Score(answers),
        };

        public Estimate Estimate(Answers answers, IReadOnlyList<int>? groups = null)
        {
            if (broken == "lengths" && groups is not null && groups.Count != answers.Count)
            {
                groups = null;
            }

            var estimate = _sound.Estimate(answers, broken == "groups" && groups?.Count == answers.Count ? null : groups);
            return broken switch
            {
                "rows" when answers.Count == 0 => estimate with { Value = 0 },
                "sure" when answers.Count == 1 => estimate with { Lower = estimate.Value, Upper = estimate.Value },
                "order" when answers is NumberAnswers { Count: >= 300 } numbers && numbers.Predicted[0] == (_first ??= numbers.Predicted[0]) && answers.Weights?[0] is not 0 => estimate with { Lower = estimate.Lower * 0.9 },
                "ones" when answers.Weights is { } weights && Array.TrueForAll(weights, weight => weight == 1) => estimate with { Upper = estimate.Upper * 1.1 },
                "zero" when Weighs(answers, 0) => estimate with { Rows = answers.Count },
                "outside" => estimate with { Upper = answers.Count == 3 ? estimate.Value / 2 : estimate.Upper },
                "narrow" when answers.Count >= 200 => estimate with { Lower = (estimate.Lower + estimate.Value) / 2, Upper = (estimate.Upper + estimate.Value) / 2 },
                "error" when answers.Count == 2_000 => estimate with { StandardError = estimate.StandardError * 1.3 },
                "wide" when answers.Count >= 200 => estimate with { Lower = estimate.Lower / 1.5, Upper = estimate.Upper * 1.5 },
                _ => estimate,
            };
        }

        private static bool Weighs(Answers answers, double weight) => answers.Weights is { } weights && weights.Contains(weight) && weights.Max() > 0;

        private static NumberAnswers Written(NumberAnswers answers)
        {
            if (answers.Count == 300 && answers.Weights is null && answers.Predicted[0] != answers.Predicted[1])
            {
                answers.Predicted[^1] = answers.Truth[^1];
            }

            return answers;
        }

        /// <summary>Right only while no other call is inside.</summary>
        private double Alone(Answers answers)
        {
            try
            {
                var others = Interlocked.Increment(ref _inside) - 1;
                Thread.Sleep(answers.Count > 100 ? 5 : 0);
                return _sound.Score(answers) + others;
            }
            finally
            {
                Interlocked.Decrement(ref _inside);
            }
        }
    }
}
