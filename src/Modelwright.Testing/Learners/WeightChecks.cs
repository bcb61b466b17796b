using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>What weights mean.</summary>
internal static class WeightChecks
{
    private const int Rows = 240;

    /// <summary>Mean answers of a weighted and a duplicated fit may differ by this share of the answers' range: drawn trees are not sums.</summary>
    private const double DuplicateTolerance = 0.08;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_WeightsOfOne_SameAsNone", Ones),
        new("Fit_WeightZero_SameAsRemoved", Zero),
        new("Fit_WeightTwo_LikeADuplicate", Two) { Suits = task => task.HasTarget },
    ];

    private static void Ones(LearnerCase learner)
    {
        var data = learner.Line();
        var weighted = data with { Weights = [.. Enumerable.Repeat(1.0, Rows)] };
        Expect.SameBits(learner.FitAndAnswer(data, data.Features), learner.FitAndAnswer(weighted, data.Features), "weights of one");
    }

    private static void Zero(LearnerCase learner)
    {
        var data = learner.Line();
        var weighted = data with { Weights = [.. Enumerable.Range(0, Rows).Select(row => row % 4 == 0 ? 0.0 : 1.0)] };
        var removed = ToyData.Take(data, [.. Enumerable.Range(0, Rows).Where(row => row % 4 != 0)]);
        Expect.SameBits(learner.FitAndAnswer(removed, data.Features), learner.FitAndAnswer(weighted, data.Features), "rows of weight zero");
    }

    private static void Two(LearnerCase learner)
    {
        var data = Repeated(learner, ToyData.Noise(learner.Info, learner.Task, 600, 8));
        int[] heavy = [.. Enumerable.Range(0, 600).Where(row => IsHeavy(learner, data, row))];
        var weights = Enumerable.Repeat(1.0, 600).ToArray();
        foreach (var row in heavy)
        {
            weights[row] = 2;
        }

        var doubled = ToyData.Take(data, [.. Enumerable.Range(0, 600), .. heavy]);
        var values = learner.Recommended(data);
        var plain = Mean(learner, learner.Fit(data, values), data);
        var weighted = Mean(learner, learner.Fit(data with { Weights = weights }, values), data);
        var duplicated = Mean(learner, learner.Fit(doubled, values), data);
        var range = learner.Task.IsClassification ? 1 : 12;
        Expect.That(weighted > plain, $"expected weight two on high answers to raise the mean answer {Expect.Text(plain)}, got {Expect.Text(weighted)}");
        Expect.That(
            Math.Abs(weighted - duplicated) <= DuplicateTolerance * range,
            $"expected weight two to act like a duplicate, whose mean answer is {Expect.Text(duplicated)}; got {Expect.Text(weighted)}");
    }

    /// <summary>The answers over rows of eight kinds only, so that a learner that remembers rows has to average too.</summary>
    private static TrainingSet Repeated(LearnerCase learner, TrainingSet data)
    {
        var random = new ToyRandom(9);
        Column Sign(string name) => ToyData.Column(learner.Info, name, [.. Enumerable.Range(0, data.Features.RowCount).Select(_ => random.Next() < 0.5 ? -0.5 : 0.5)]);
        return data with { Features = new Table([Sign("a"), Sign("b"), Sign("c")]) };
    }

    private static bool IsHeavy(LearnerCase learner, TrainingSet data, int row) => learner.Task.IsClassification
        ? data.Target!.Format(row) == learner.Task.Classes[0]
        : ((NumberColumn)data.Target!).Values.At(row) > 10;

    private static double Mean(LearnerCase learner, Fitted fitted, TrainingSet data)
    {
        var answers = learner.Answers(fitted.Form, data.Features);
        var sum = 0.0;
        for (var index = 0; index < answers.Length; index += learner.Task.Width)
        {
            sum += answers[index];
        }

        return sum / data.Features.RowCount;
    }
}
