using System.Text.Json.Nodes;
using Modelwright.Measures;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Runs;

/// <summary>All scores of some answers.</summary>
internal static class Scores
{
    /// <summary>Every metric of the task by name; those that are not defined are left out.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="set">The set.</param>
    public static JsonObject Of(Answers answers, DataSet set)
    {
        var scores = new JsonObject();
        foreach (var metric in BuiltInMetrics.For(set.Task))
        {
            if (metric.Score(answers) is var score && double.IsFinite(score))
            {
                scores[metric.Info.Name] = score;
            }
        }

        return scores;
    }

    /// <summary>The answers of the baseline: class shares, or the mean, of the training rows.</summary>
    /// <param name="set">The set.</param>
    /// <param name="split">Its rows.</param>
    public static Answers Baseline(DataSet set, SplitSet split)
    {
        if (set.Kind == "regression")
        {
            var constant = new double[split.Test.Length];
            Array.Fill(constant, SplitSet.Numbers(split.Training).Average());
            return new NumberAnswers(SplitSet.Numbers(split.Test), constant);
        }

        var shares = split.Training.CountBy(text => text.Trim()).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray();
        return Predictions.Of(
            [.. shares.Select(pair => pair.Key)],
            (_, place) => (double)shares[place].Value / split.Training.Length,
            split.Test);
    }
}
