using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>The same fit again: seeds, threads, cultures, and what a report says to repeat.</summary>
internal static class RepeatChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_SameSeed_SameBits", SameSeed),
        new("Fit_OtherSeed_SameBitsUnlessRandom", OtherSeed),
        new("Fit_OtherFitsBetween_SameBits", Between),
        new("Fit_OneTwoFourThreads_SameBits", Threads),
        new("Fit_AtOnceFromFourThreads_SameBits", AtOnce),
        new("Fit_OtherCulture_SameBits", Cultures) { EveryTask = false },
        new("Fit_DecidedSettings_RepeatTheFit", Decided),
    ];

    /// <summary>Rows that no fit has seen: those it saw, a learner that remembers answers alike whatever its seed.</summary>
    private static Table Fresh(LearnerCase learner) => learner.Line(200, seed: 31).Features;

    private static void SameSeed(LearnerCase learner)
    {
        var data = learner.Line();
        Expect.SameBits(learner.FitAndAnswer(data, Fresh(learner)), learner.FitAndAnswer(data, Fresh(learner)), "the same seed");
    }

    private static void OtherSeed(LearnerCase learner)
    {
        var data = learner.Line();
        var first = learner.FitAndAnswer(data, Fresh(learner), new FitContext { Seed = 1 });
        var second = learner.FitAndAnswer(data, Fresh(learner), new FitContext { Seed = 2 });
        Expect.Sound(second, learner.Task);
        if (!learner.Info.IsRandom)
        {
            Expect.SameBits(first, second, "another seed of a learner that is not random");
        }
    }

    private static void Between(LearnerCase learner)
    {
        var data = learner.Line();
        var first = learner.FitAndAnswer(data, Fresh(learner));
        learner.Fit(learner.Line(180, seed: 9));
        Expect.SameBits(first, learner.FitAndAnswer(data, Fresh(learner)), "a fit of other data between two fits");
    }

    private static void Threads(LearnerCase learner)
    {
        var data = learner.Line(700);
        var one = learner.FitAndAnswer(data, Fresh(learner), new FitContext { Seed = 7, Threads = 1 });
        foreach (var threads in new[] { 2, 4 })
        {
            var more = learner.FitAndAnswer(data, Fresh(learner), new FitContext { Seed = 7, Threads = threads });
            Expect.SameBits(one, more, $"{threads} threads");
        }
    }

    private static void AtOnce(LearnerCase learner)
    {
        var data = learner.Line();
        var expected = learner.FitAndAnswer(data, Fresh(learner));
        var found = new double[4][];
        Parallel.For(0, found.Length, index => found[index] = learner.FitAndAnswer(data, Fresh(learner)));
        foreach (var answers in found)
        {
            Expect.SameBits(expected, answers, "fits at the same time");
        }
    }

    private static void Cultures(LearnerCase learner)
    {
        var data = learner.Line();
        var expected = learner.FitAndAnswer(data, Fresh(learner));
        OtherCultures.Run(culture => Expect.SameBits(expected, learner.FitAndAnswer(data, Fresh(learner)), $"culture {culture}"));
    }

    private static void Decided(LearnerCase learner)
    {
        var data = learner.Line() with { Validation = learner.Line(120, seed: 3) };
        var fitted = learner.Fit(data);
        var repeated = learner.Fit(data with { Validation = null }, fitted.Report.Decided);
        Expect.SameBits(
            learner.Answers(fitted.Form, Fresh(learner)),
            learner.Answers(repeated.Form, Fresh(learner)),
            $"the decided settings ({fitted.Report.Decided}) without validation rows");
    }
}
