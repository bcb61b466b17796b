using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Measures;

namespace Modelwright.Testing.Metrics;

/// <summary>What every metric is put through.</summary>
public static class MetricSuite
{
    private const int Rows = 300;

    /// <summary>The checks for one metric.</summary>
    /// <param name="metric">A metric of classification or regression.</param>
    /// <param name="references">Scores from elsewhere; at least one.</param>
    /// <returns>Checks in order; the simulation of the interval is the slow one, with some seconds.</returns>
    public static IEnumerable<ContractCheck> Checks(IMetric metric, IReadOnlyList<MetricReference> references)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(references);
        var subject = new MetricSubject(metric);
        yield return subject.Check("Score_References_Equal", () => References(subject, references));
        yield return subject.Check("Score_OtherTask_SaysSo", () => OtherTask(subject));
        yield return subject.Check("Score_NoRows_IsUndefined", () => NoRows(subject));
        yield return subject.Check("Score_OneClass_AsDeclared", () => OneClass(subject));
        yield return subject.Check("Estimate_OneRow_SaysHowLittleItTells", () => OneRow(subject));
        for (var kind = 0; kind < MetricSamples.Kinds(metric.Info.Task); kind++)
        {
            foreach (var check in Checks(subject, kind))
            {
                yield return check;
            }
        }
    }

    private static IEnumerable<ContractCheck> Checks(MetricSubject subject, int kind)
    {
        var title = MetricSamples.Title(subject.Task, kind);
        ContractCheck Check(string name, Action<Answers> run) =>
            subject.Check($"{name} ({title})", () => run(MetricSamples.Draw(subject.Task, kind, Rows, seed: 1)));

        yield return Check("Score_Perfect_IsBest", subject.PerfectIsBest);
        yield return Check("Score_Constant_AsStated", subject.ConstantAsStated);
        yield return Check("Score_Worse_IsWorse", subject.WorseIsWorse);
        yield return Check("Score_ShuffledRows_Same", subject.ShuffledRows);
        yield return Check("Score_WeightsOfOne_Same", subject.WeightsOfOne);
        yield return Check("Score_WeightZero_EqualsRemovedRow", subject.WeightZero);
        yield return Check("Score_WeightTwo_EqualsRepeatedRow", subject.WeightTwo);
        yield return Check("Score_Input_Unchanged", subject.InputUnchanged);
        yield return Check("Score_EightThreads_Same", subject.ManyThreads);
        yield return Check("Estimate_Interval_HoldsScoreWithinRange", subject.IntervalHoldsScore);
        yield return Check("Estimate_GroupsOfOneRow_Same", subject.GroupsOfOneRow);
        yield return Check("Estimate_RepeatedRowsInGroups_Same", subject.RepeatedRowsInGroups);
        yield return Check("Estimate_WrongGroups_SaysHowMany", subject.WrongGroups);
        yield return subject.Check($"Estimate_Interval_CoversTruth ({title})", () => MetricSimulation.Run(subject, kind));
    }

    private static void References(MetricSubject subject, IReadOnlyList<MetricReference> references)
    {
        MetricSubject.Expect(references.Count > 0, "at least one reference value", "none");
        foreach (var reference in references)
        {
            MetricSubject.ExpectNear(reference.Name, reference.Score, subject.Metric.Score(reference.Answers));
        }
    }

    private static void OtherTask(MetricSubject subject)
    {
        var other = subject.Task.AnswersNumbers ? LearningTask.Classification : LearningTask.Regression;
        try
        {
            subject.Metric.Score(MetricSamples.Draw(other, 0, 10, seed: 1));
        }
        catch (OptionsException)
        {
            return;
        }

        throw MetricSubject.Broken("an OptionsException for answers of another task", "a score");
    }

    private static void NoRows(MetricSubject subject)
    {
        var none = MetricSamples.Draw(subject.Task, 0, 5, seed: 1).Take([]);
        var estimate = subject.Metric.Estimate(none);
        MetricSubject.Expect(double.IsNaN(subject.Metric.Score(none)) && double.IsNaN(estimate.Value) && estimate.Rows == 0, "NaN", estimate.ToString());
        var weightless = subject.Metric.Estimate(MetricSamples.Draw(subject.Task, 0, 5, seed: 1) with { Weights = new double[5] });
        MetricSubject.Expect(double.IsNaN(weightless.Value) && weightless.Rows == 0, "NaN where no row has a weight above 0", weightless.ToString());
    }

    private static void OneClass(MetricSubject subject)
    {
        if (subject.Task != LearningTask.Classification)
        {
            return;
        }

        var drawn = (ClassAnswers)MetricSamples.Draw(subject.Task, 0, 20, seed: 1);
        var score = subject.Metric.Score(new ClassAnswers(drawn.Classes, new int[20], drawn.Probabilities));
        MetricSubject.Expect(double.IsNaN(score) == subject.Metric.Info.NeedsTwoClasses, "NaN only where it needs two classes", score.ToString(CultureInfo.InvariantCulture));
    }

    private static void OneRow(MetricSubject subject)
    {
        var info = subject.Metric.Info;
        var estimate = subject.Metric.Estimate(MetricSamples.Draw(subject.Task, 0, 1, seed: 1));
        MetricSubject.Expect(
            double.IsNaN(estimate.StandardError) && estimate.Lower == info.Minimum && estimate.Upper == info.Maximum && estimate.Rows == 1,
            "no standard error and the whole range",
            estimate.ToString());
    }
}
