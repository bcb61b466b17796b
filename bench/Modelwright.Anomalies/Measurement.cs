using System.Diagnostics;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Tasks.Anomalies;

namespace Modelwright.Anomalies;

/// <summary>Fits and scores the detectors on one set, and blends them as the task does by default.</summary>
internal static class Measurement
{
    /// <summary>The name of the blend.</summary>
    public const string Blend = "default";

    /// <summary>The results of each learner at its recommended settings, then that of the blend.</summary>
    public static IReadOnlyList<Result> Of(LabelledRows rows, Options options)
    {
        List<Result> results = [];
        List<double[]> scores = [];
        foreach (var learner in BuiltInLearners.All.Where(learner => learner.Info.Tasks.Contains(LearningTask.Anomalies) && !learner.Info.StoresRows))
        {
            var shape = new DataShape(LearningTask.Anomalies, rows.Features.RowCount, rows.Features.Columns.Count, 0, 0);
            foreach (var (values, place) in learner.Recommend(shape).Select((values, place) => (values, place)))
            {
                var (result, own) = One(learner, values, rows, options, place == 0 ? options.Seeds : 1);
                results.Add(Shown(result));
                scores.Add(own);
            }
        }

        results.AddRange(Rows(rows, options).Select(Shown));
        results.Add(Shown(Blended(rows, scores, results, options)));
        return results;
    }

    /// <summary>The learners that hold rows, for comparison.</summary>
    private static IEnumerable<Result> Rows(LabelledRows rows, Options options) => options.IsExact
        ? BuiltInLearners.All.Where(learner => learner.Info.Tasks.Contains(LearningTask.Anomalies) && learner.Info.StoresRows).Select(learner => One(learner, ParameterValues.Default, rows, options, 1).Result)
        : [];

    private static (Result Result, double[] Scores) One(ILearner learner, ParameterValues values, LabelledRows rows, Options options, int asked)
    {
        var seeds = learner.Info.IsRandom ? asked : 1;
        var (areas, fitting, scoring) = (new double[seeds], 0.0, 0.0);
        var (first, bytes) = (new double[rows.Features.RowCount], 0L);
        var features = Scaled(learner, rows.Features);
        for (var seed = 0; seed < seeds; seed++)
        {
            var scores = seed == 0 ? first : new double[first.Length];
            var start = Stopwatch.GetTimestamp();
            var form = learner.Fit(new(LearningTask.Anomalies, features), values, new() { Seed = seed, Threads = options.Threads }).Form;
            fitting += Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            ((IScoresAnomalies)form).Score(features, scores);
            scoring += Stopwatch.GetElapsedTime(start).TotalSeconds;
            (areas[seed], bytes) = (RocAuc.Of(scores, rows.IsStrange), form.Info.Bytes);
        }

        return (new(rows.Name, learner.Info.Name, values.ToString(), areas.Average(), areas.Min(), fitting / seeds, scoring / seeds) { Bytes = bytes }, first);
    }

    private static Result Blended(LabelledRows rows, List<double[]> scores, List<Result> members, Options options)
    {
        var start = Stopwatch.GetTimestamp();
        var blend = AnomalyBlend.Of(scores, share: null, seed: 0);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var area = RocAuc.Of(blend.Scores, rows.IsStrange);
        if (options.IsWordy)
        {
            Console.Error.WriteLine("  weights " + string.Join(", ", blend.Weights.Select((weight, place) => FormattableString.Invariant($"{members[place].Learner}({members[place].Setting}) {weight:F3}"))));
        }

        return new(rows.Name, Blend, "", area, area, members.Sum(member => member.FitSeconds) + seconds, members.Sum(member => member.ScoreSeconds))
        {
            Estimate = blend.Contamination,
            Labelled = rows.IsStrange.Count(is1 => is1) / (double)rows.IsStrange.Length,
        };
    }

    /// <summary>Brought to one scale where the learner wants it, as the steps of training do.</summary>
    private static Table Scaled(ILearner learner, Table features) =>
        learner.Info.WantsScaling ? new Scale().Fit(new(features)).Training : features;

    private static Result Shown(Result result)
    {
        var estimate = result.Estimate is { } some ? FormattableString.Invariant($", share {some.Share:P2} ({some.Low:P2} to {some.High:P2}; excess {some.Excess:P2}, gap {some.Gap:P2}, mixture {some.Mixture:P2}) of {result.Labelled:P2}") : "";
        Console.Error.WriteLine(FormattableString.Invariant($"{result.Set,-18} {result.Learner + " " + result.Setting,-40} {result.RocAuc:F4} fit {result.FitSeconds:F2} s, score {result.ScoreSeconds:F2} s{estimate}"));
        return result;
    }
}
