using System.Diagnostics;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners;
using Modelwright.Runtime.Steps.Numbers;

namespace Modelwright.Anomalies;

/// <summary>Fits and scores the detectors on one set.</summary>
internal static class Measurement
{
    public static IEnumerable<Result> Of(LabelledRows rows, Options options)
    {
        ILearner[] all = [.. BuiltInLearners.All.Where(learner => learner.Info.Tasks.Contains(LearningTask.Anomalies))];
        string[] unknown = [.. options.Learners.Except(all.Select(learner => learner.Info.Name))];
        if (unknown.Length > 0)
        {
            throw new OptionsException($"No learner finds anomalies by the name {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(learner => learner.Info.Name))}.");
        }

        foreach (var learner in all.Where(learner => options.Learners.Length == 0 || options.Learners.Contains(learner.Info.Name)))
        {
            var result = One(learner, rows, options);
            Console.Error.WriteLine($"{result.Set,-18} {result.Learner,-22} {result.RocAuc:F4} worst {result.Worst:F4} fit {result.FitSeconds:F2} s, score {result.ScoreSeconds:F2} s, {result.Bytes} bytes");
            yield return result;
        }
    }

    private static Result One(ILearner learner, LabelledRows rows, Options options)
    {
        var seeds = learner.Info.IsRandom ? options.Seeds : 1;
        var (areas, fitting, scoring, bytes) = (new double[seeds], 0.0, 0.0, 0L);
        var scores = new double[rows.Features.RowCount];
        var features = Scaled(learner, rows.Features);
        for (var seed = 0; seed < seeds; seed++)
        {
            var start = Stopwatch.GetTimestamp();
            var form = learner.Fit(new(LearningTask.Anomalies, features), options.Values, new() { Seed = seed, Threads = options.Threads }).Form;
            fitting += Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            ((IScoresAnomalies)form).Score(features, scores);
            scoring += Stopwatch.GetElapsedTime(start).TotalSeconds;
            (areas[seed], bytes) = (RocAuc.Of(scores, rows.IsStrange), form.Info.Bytes);
        }

        return new(rows.Name, learner.Info.Name, areas.Average(), areas.Min(), fitting / seeds, scoring / seeds, bytes);
    }

    /// <summary>Brought to one scale where the learner wants it, as the steps of training do.</summary>
    private static Table Scaled(ILearner learner, Table features) =>
        learner.Info.WantsScaling ? new Scale().Fit(new(features)).Training : features;
}
