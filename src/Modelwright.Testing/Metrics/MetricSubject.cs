using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;

namespace Modelwright.Testing.Metrics;

/// <summary>One metric under test, and what is asked of it for any sample.</summary>
internal sealed class MetricSubject(IMetric metric)
{
    // Sums in another order differ in their last digits.
    private const double Relative = 1e-9;
    private const double Absolute = 1e-12;

    public IMetric Metric { get; } = metric;

    public LearningTask Task => Metric.Info.Task;

    public ContractCheck Check(string name, Action run) => ContractCheck.Of("Metric", Metric.Info.Name, name, run);

    public static ContractException Broken(string expected, string found) => new($"expected {expected}, found {found}.");

    public static void Expect(bool holds, string expected, string found)
    {
        if (!holds)
        {
            throw Broken(expected, found);
        }
    }

    public static void ExpectNear(string what, double expected, double found) => Expect(
        expected.Equals(found) || (double.IsFinite(expected) && Math.Abs(expected - found) <= Absolute + (Relative * Math.Abs(expected))),
        string.Create(CultureInfo.InvariantCulture, $"{what}: {expected:R}"),
        found.ToString("R", CultureInfo.InvariantCulture));

    public void PerfectIsBest(Answers answers) =>
        ExpectNear("perfect answers", Metric.Info.Perfect, Metric.Score(MetricSamples.Perfect(answers)));

    public void ConstantAsStated(Answers answers) =>
        ExpectNear("constant answers", Metric.Info.Constant(answers), Metric.Score(MetricSamples.Constant(answers)));

    public void WorseIsWorse(Answers answers)
    {
        var score = Metric.Score(answers);
        var worse = Metric.Score(MetricSamples.Worse(answers, seed: 2));
        Expect(
            Metric.Info.HigherIsBetter ? worse < score : worse > score,
            string.Create(CultureInfo.InvariantCulture, $"a score worse than {score}"),
            worse.ToString(CultureInfo.InvariantCulture));
    }

    public void ShuffledRows(Answers answers)
    {
        var rows = Enumerable.Range(0, answers.Count).ToArray();
        new Chance(3).Shuffle(rows.AsSpan());
        Same("shuffled rows", Metric.Estimate(answers), Metric.Estimate(answers.Take(rows)));
    }

    public void WeightsOfOne(Answers answers) =>
        Same("weights of one", Metric.Estimate(answers), Metric.Estimate(Weighted(answers, _ => 1)));

    public void WeightZero(Answers answers)
    {
        int[] kept = [.. Enumerable.Range(0, answers.Count).Where(row => row % 3 != 0)];
        Same("weight zero as a removed row", Metric.Estimate(answers.Take(kept)), Metric.Estimate(Weighted(answers, row => row % 3 == 0 ? 0 : 1)));
    }

    public void WeightTwo(Answers answers)
    {
        int[] repeated = [.. Enumerable.Range(0, answers.Count), .. Enumerable.Range(0, answers.Count).Where(row => row % 4 == 0)];
        ExpectNear("weight two as a repeated row", Metric.Score(answers.Take(repeated)), Metric.Score(Weighted(answers, row => row % 4 == 0 ? 2 : 1)));
    }

    public void InputUnchanged(Answers answers)
    {
        var before = Text(answers);
        Metric.Estimate(answers);
        Metric.Score(answers);
        Expect(Text(answers) == before, "the answers as they were", "others");
    }

    public void ManyThreads(Answers answers)
    {
        var score = Metric.Score(answers);
        var scores = new double[8];
        EightThreads.Run(thread => scores[thread] = Metric.Score(answers));
        Expect(Array.TrueForAll(scores, other => other.Equals(score)), "the same bits from every thread", "others");
    }

    public void IntervalHoldsScore(Answers answers)
    {
        Holds(Metric.Estimate(answers));
        Holds(Metric.Estimate(Weighted(answers, row => 0.5 + (row % 5))));
        Holds(Metric.Estimate(MetricSamples.Perfect(answers)));
        Holds(Metric.Estimate(MetricSamples.Constant(answers)));
        Holds(Metric.Estimate(answers.Take([0, 1, 2])));
    }

    public void GroupsOfOneRow(Answers answers) =>
        Same("groups of one row", Metric.Estimate(answers), Metric.Estimate(answers, [.. Enumerable.Range(0, answers.Count)]));

    public void RepeatedRowsInGroups(Answers answers)
    {
        int[] rows = [.. Enumerable.Range(0, answers.Count), .. Enumerable.Range(0, answers.Count)];
        var once = Metric.Estimate(answers);
        Same("rows that stand twice, in groups", once, Metric.Estimate(answers.Take(rows), rows) with { Rows = once.Rows });
    }

    public void WrongGroups(Answers answers)
    {
        try
        {
            Metric.Estimate(answers, [1, 2]);
        }
        catch (DataException)
        {
            return;
        }

        throw Broken("a DataException for 2 groups", "an estimate");
    }

    private static Answers Weighted(Answers answers, Func<int, double> weight) =>
        answers with { Weights = [.. Enumerable.Range(0, answers.Count).Select(weight)] };

    private static string Text(Answers answers) => answers switch
    {
        ClassAnswers classes => string.Join(' ', classes.Truth) + string.Join(' ', classes.Probabilities),
        NumberAnswers numbers => string.Join(' ', numbers.Truth) + string.Join(' ', numbers.Predicted),
        _ => answers.ToString(),
    };

    private void Holds(Estimate estimate)
    {
        var info = Metric.Info;
        Expect(
            estimate.Lower <= estimate.Value && estimate.Value <= estimate.Upper && estimate.StandardError >= 0
                && info.Minimum <= estimate.Lower && estimate.Upper <= info.Maximum,
            string.Create(CultureInfo.InvariantCulture, $"an interval around the score within {info.Minimum} and {info.Maximum}"),
            estimate.ToString());
    }

    private static void Same(string what, Estimate expected, Estimate found)
    {
        ExpectNear($"{what}, score", expected.Value, found.Value);
        ExpectNear($"{what}, standard error", expected.StandardError, found.StandardError);
        ExpectNear($"{what}, lower end", expected.Lower, found.Lower);
        ExpectNear($"{what}, upper end", expected.Upper, found.Upper);
        Expect(expected.Rows == found.Rows, $"{what}: {expected.Rows} rows", $"{found.Rows}");
    }
}
