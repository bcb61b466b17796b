using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>Whether a learner learns what is there, and nothing where nothing is.</summary>
internal static class QualityChecks
{
    /// <summary>On noise a fit may beat the baseline by chance by this share of its error on 1,000 fresh rows.</summary>
    private const double LuckyShare = 0.03;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_ThreeEasySets_BeatsTheBaseline", Easy) { Demanded = NotBaseline, Suits = HasTarget },
        new("Fit_PureNoise_DoesNotBeatTheBaseline", Noise) { Suits = HasTarget },
        new("Fit_Line_Learned", learner => Learned(learner, ToyData.Line(learner.Info, learner.Task, 600, 1, 0), ToyData.Line(learner.Info, learner.Task, 600, 2, 0), learner.Expectations.LeastOnALine)) { Demanded = NotBaseline, Suits = HasTarget },
        new("Fit_Circle_Learned", learner => Learned(learner, ToyData.Circle(learner.Info, learner.Task, 1000, 1), ToyData.Circle(learner.Info, learner.Task, 600, 2), 0.8)) { Demanded = Curves, Suits = HasTarget },
        new("Fit_ExclusiveOr_Learned", learner => Learned(learner, ToyData.ExclusiveOr(learner.Info, learner.Task, 1000, 1), ToyData.ExclusiveOr(learner.Info, learner.Task, 600, 2), learner.Task.IsClassification || learner.Expectations.LearnsJumps ? 0.85 : 0.7)) { Demanded = Curves, Suits = HasTarget },
        new("Fit_ShuffledRows_EquallyGood", Shuffled) { Suits = HasTarget },
    ];

    /// <summary>The share of rows whose most probable class is the true one.</summary>
    internal static double Accuracy(double[] answers, TrainingSet data, ToyTask task)
    {
        var codes = ((CategoryColumn)data.Target!).Codes;
        var right = 0;
        for (var row = 0; row < data.Features.RowCount; row++)
        {
            var probabilities = answers.AsSpan(row * task.Width, task.Width);
            var best = 0;
            for (var label = 1; label < task.Width; label++)
            {
                best = probabilities[label] > probabilities[best] ? label : best;
            }

            right += best == codes.At(row) ? 1 : 0;
        }

        return right / (double)data.Features.RowCount;
    }

    private static bool HasTarget(ToyTask task) => task.HasTarget;

    private static bool NotBaseline(LearnerInfo info, LearnerExpectations expectations) => !info.IsBaseline;

    private static bool Curves(LearnerInfo info, LearnerExpectations expectations) => !info.IsBaseline && expectations.LearnsCurves;

    private static void Easy(LearnerCase learner)
    {
        for (var set = 0; set < 3; set++)
        {
            var train = ToyData.Line(learner.Info, learner.Task, 500, set, 0.2 * set);
            var fresh = ToyData.Line(learner.Info, learner.Task, 500, 50 + set, 0.2 * set);
            var error = Error(learner, learner.FitAndAnswer(train, fresh.Features), fresh);
            var baseline = Error(learner, Prior(learner, train, fresh.Features.RowCount), fresh);
            Expect.That(error < 0.8 * baseline, $"set {set}: expected an error well under the baseline's {Expect.Text(baseline)}, got {Expect.Text(error)}");
        }
    }

    private static void Noise(LearnerCase learner)
    {
        var train = ToyData.Noise(learner.Info, learner.Task, 400, 11);
        var fresh = ToyData.Noise(learner.Info, learner.Task, 1000, 12);
        var error = Error(learner, learner.FitAndAnswer(train, fresh.Features), fresh);
        var baseline = Error(learner, Prior(learner, train, 1000), fresh);
        Expect.That(error > (1 - LuckyShare) * baseline, $"expected no less error on noise than the baseline's {Expect.Text(baseline)}, got {Expect.Text(error)}");
    }

    private static void Learned(LearnerCase learner, TrainingSet train, TrainingSet fresh, double floor)
    {
        var answers = learner.FitAndAnswer(train, fresh.Features);
        var share = learner.Task.IsClassification
            ? Accuracy(answers, fresh, learner.Task)
            : 1 - Math.Pow(Error(learner, answers, fresh) / Error(learner, Prior(learner, fresh, fresh.Features.RowCount), fresh), 2);
        Expect.That(share >= floor, $"expected {(learner.Task.IsClassification ? "an accuracy" : "an R2")} of at least {Expect.Text(floor)} on fresh rows, got {Expect.Text(share)}");
    }

    private static void Shuffled(LearnerCase learner)
    {
        var train = learner.Line(500);
        var fresh = learner.Line(500, seed: 21);
        var shuffled = ToyData.Take(train, new ToyRandom(22).Order(500));
        var first = Error(learner, learner.FitAndAnswer(train, fresh.Features), fresh);
        var second = Error(learner, learner.FitAndAnswer(shuffled, fresh.Features), fresh);
        Expect.That(Math.Abs(first - second) <= 0.2 * Math.Max(first, second) + 1e-9, $"expected shuffled rows to give an equally good fit, got errors {Expect.Text(first)} and {Expect.Text(second)}");
    }

    /// <summary>Root mean squared error of numbers, or of the probabilities against the true class (Brier).</summary>
    private static double Error(LearnerCase learner, double[] answers, TrainingSet data)
    {
        var truth = new double[answers.Length];
        for (var row = 0; row < data.Features.RowCount; row++)
        {
            if (data.Target is CategoryColumn classes)
            {
                truth[(row * learner.Task.Width) + classes.Codes.At(row)] = 1;
            }
            else
            {
                truth[row] = ((NumberColumn)data.Target!).Values.At(row);
            }
        }

        return Expect.Distance(answers, truth);
    }

    /// <summary>What a baseline answers: the class shares, or the mean.</summary>
    private static double[] Prior(LearnerCase learner, TrainingSet train, int rows)
    {
        var prior = new double[learner.Task.Width];
        for (var row = 0; row < train.Features.RowCount; row++)
        {
            if (train.Target is CategoryColumn classes)
            {
                prior[classes.Codes.At(row)] += 1.0 / train.Features.RowCount;
            }
            else
            {
                prior[0] += ((NumberColumn)train.Target!).Values.At(row) / train.Features.RowCount;
            }
        }

        return [.. Enumerable.Repeat(prior, rows).SelectMany(one => one)];
    }
}
