using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Learners;

/// <summary>What a learner does with the values of its parameters.</summary>
internal static class ParameterChecks
{
    /// <summary>Seconds a fit at a bound may take before its deadline ends it; bounds are about soundness, not quality.</summary>
    private const double BoundSeconds = 0.2;

    /// <summary>The checks.</summary>
    public static IReadOnlyList<LearnerCheck> All { get; } =
    [
        new("Fit_EveryBound_GivesSoundAnswers", Bounds),
        new("Fit_OutOfRange_RefusedWithTheRange", OutOfRange) { EveryTask = false },
        new("Fit_UnknownParameter_RefusedWithTheNearest", Unknown) { EveryTask = false },
        new("Fit_ParameterValues_StayAsTheyWere", Unchanged) { EveryTask = false },
    ];

    private static void Bounds(LearnerCase learner)
    {
        var data = learner.Line(60);
        foreach (var spec in learner.Learner.Parameters)
        {
            foreach (var value in Ends(spec))
            {
                var time = TimeProvider.System;
                var context = new FitContext { Time = time, Deadline = time.GetTimestamp() + (long)(BoundSeconds * time.TimestampFrequency) };
                var fitted = learner.Fit(data, value, context);
                Expect.Sound(learner.Answers(fitted.Form, data.Features), learner.Task);
            }
        }
    }

    private static void OutOfRange(LearnerCase learner)
    {
        foreach (var spec in learner.Learner.Parameters)
        {
            foreach (var value in Outside(spec))
            {
                var refusal = Expect.Throws<OptionsException>(() => learner.Fit(learner.Line(60), value), $"'{value}', out of range");
                Expect.Remedy(refusal.Message, spec.Name, spec.Range());
            }
        }
    }

    private static IEnumerable<ParameterValues> Outside(ParameterSpec spec)
    {
        yield return ParameterValues.Default.With(spec.Name, "no such word");
        if (spec.Kind == ParameterKind.Choice)
        {
            yield break;
        }

        foreach (var value in new[] { spec.Minimum - 1, spec.Maximum + 1, double.NaN, double.PositiveInfinity })
        {
            yield return ParameterValues.Default.With(spec.Name, value);
        }

        if (spec.Kind == ParameterKind.Integer)
        {
            yield return ParameterValues.Default.With(spec.Name, spec.Minimum + 0.5);
        }
    }

    private static void Unknown(LearnerCase learner)
    {
        var near = learner.Learner.Parameters.Count > 0 ? learner.Learner.Parameters[0].Name : null;
        var value = ParameterValues.Default.With((near ?? "anything") + "x", 1);
        var refusal = Expect.Throws<OptionsException>(() => learner.Fit(learner.Line(60), value), "an unknown parameter");
        Expect.Remedy(refusal.Message, near is null ? learner.Info.Name : $"Did you mean '{near}'?");
    }

    private static void Unchanged(LearnerCase learner)
    {
        var data = learner.Line(60);
        var values = learner.Recommended(data);
        var before = values.ToString();
        learner.Fit(data, values);
        Expect.That(values.ToString() == before, $"expected the values to stay '{before}', got '{values}'");
    }

    private static IEnumerable<ParameterValues> Ends(ParameterSpec spec) => spec.Kind == ParameterKind.Choice
        ? spec.Choices.Select(choice => ParameterValues.Default.With(spec.Name, choice))
        : [ParameterValues.Default.With(spec.Name, spec.Minimum), ParameterValues.Default.With(spec.Name, spec.Maximum)];
}
