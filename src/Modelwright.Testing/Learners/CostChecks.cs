using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>What a fit takes against what the learner says it takes.</summary>
internal static class CostChecks
{
    /// <summary>How far an estimate may be off, either way.</summary>
    private const double Factor = 3;

    /// <summary>Under this a fit is free, and no plan asks how free.</summary>
    private const double FreeSeconds = 0.005;

    /// <summary>Fits are repeated until they are thought to take this long, so that a measurement is not of the clock.</summary>
    private const double BatchSeconds = 0.05;

    /// <summary>Fits thought to take longer than this are made smaller, so that the suite stays fast.</summary>
    private const double MostSeconds = 0.25;

    private const int MostFits = 50;
    private const int FewestRows = 1_500;

    /// <summary>Wrong by chance is a median of few; one that is wrong stays wrong over this many.</summary>
    private const int MostRounds = 21;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Estimate_AgainstMeasured_WithinAFactorOfThree", Measured),
        new("Estimate_AnswersAgainstMeasured_WithinAFactorOfThree", Answers),
    ];

    private static void Measured(LearnerCase learner)
    {
        var (data, values, estimate) = Sized(learner);
        Compare(() => learner.Fit(data, values), estimate);
    }

    /// <summary>Only where a learner says that answering takes what can be counted.</summary>
    private static void Answers(LearnerCase learner)
    {
        var (data, values, _) = Sized(learner);
        var estimate = learner.Learner.Estimate(learner.Shape(data), values).RowSeconds * data.Features.RowCount;
        if (estimate > 0)
        {
            var form = learner.Fit(data, values).Form;
            Compare(() => learner.Answers(form, data.Features), estimate);
        }
    }

    private static void Compare(Action once, double estimate)
    {
        var fits = (int)Math.Clamp(Math.Ceiling(BatchSeconds / estimate), 1, MostFits);
        void FitAll()
        {
            for (var fit = 0; fit < fits; fit++)
            {
                once();
            }
        }

        // The first are of code that the runtime has not yet optimised.
        FitAll();
        List<double> rounds = [];
        var median = 0.0;
        while (rounds.Count < MostRounds)
        {
            rounds.Add(MachineSpeed.Seconds(FitAll, fits * estimate) / fits);
            rounds.Sort();
            median = rounds[rounds.Count / 2];
            if (rounds.Count >= 3 && rounds.Count % 2 == 1 && IsNear(estimate, median))
            {
                return;
            }
        }

        Expect.That(false, $"expected the estimate within a factor of {Factor} of the {median:F4} s measured (median of {MostRounds}, as on an idle core), got {estimate:F4} s");
    }

    private static bool IsNear(double estimate, double measured) =>
        Math.Max(measured, FreeSeconds) <= Factor * Math.Max(estimate, FreeSeconds) && Math.Max(estimate, FreeSeconds) <= Factor * Math.Max(measured, FreeSeconds);

    private static (TrainingSet Data, ParameterValues Values, double Seconds) Sized(LearnerCase learner)
    {
        for (var rows = 6_000; ; rows /= 2)
        {
            var data = learner.Line(rows);
            var values = learner.Recommended(data);
            var seconds = learner.Learner.Estimate(learner.Shape(data), values).Seconds;
            if (seconds <= MostSeconds || rows <= FewestRows)
            {
                return (data, values, seconds);
            }
        }
    }
}
