using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Recording;

namespace Modelwright.Search.Limits;

/// <summary>What a person asks of the shipped model beside its score.</summary>
internal sealed record ModelLimits
{
    /// <summary>Nothing is asked.</summary>
    public static ModelLimits None { get; } = new();

    /// <summary>Whether it must be one model that can be read in full.</summary>
    public bool IsInterpretable { get; init; }

    /// <summary>Seconds that the answer to one row may take; infinity for no limit.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>Bytes that its form may take in the package; infinity for no limit.</summary>
    public double Bytes { get; init; } = double.PositiveInfinity;

    /// <summary>Whether anything is asked.</summary>
    public bool IsAny => IsInterpretable || IsCost;

    /// <summary>Whether time or size is limited.</summary>
    public bool IsCost => double.IsFinite(Seconds) || double.IsFinite(Bytes);

    /// <summary>What a plan asks.</summary>
    public static ModelLimits Of(TrainingPlan plan) => new()
    {
        IsInterpretable = plan.Interpretable,
        Seconds = plan.MaximumLatencyMicroseconds / 1e6 ?? double.PositiveInfinity,
        Bytes = plan.MaximumSizeBytes ?? double.PositiveInfinity,
    };

    /// <summary>Whether a model keeps within them.</summary>
    public bool Admit(ModelCost cost) => cost.Seconds <= Seconds && cost.Bytes <= Bytes;

    /// <summary>The learners whose models may be shipped; the baseline stays, as what others are measured by.</summary>
    /// <param name="learners">Those of the task.</param>
    /// <exception cref="OptionsException">Interpretable models are asked for, and no learner makes them.</exception>
    public ILearner[] Among(IReadOnlyList<ILearner> learners)
    {
        ILearner[] left = [.. learners.Where(learner => !IsInterpretable || learner.Info.IsBaseline || learner.Info.Readability == Readability.Fully)];
        return left.Any(learner => !learner.Info.IsBaseline) || !learners.Any(learner => !learner.Info.IsBaseline)
            ? left
            : throw new OptionsException($"None of the learners to choose from is interpretable: {string.Join(", ", learners.Where(learner => !learner.Info.IsBaseline).Select(learner => learner.Info.Name))}. Name one that is with --learners, such as decision_tree or linear, or leave out --interpretable.");
    }

    /// <summary>The error where trials were done and none keeps within the limits.</summary>
    /// <param name="trials">What was tried.</param>
    public OptionsException Refusal(IEnumerable<Trial> trials)
    {
        Trial[] real = [.. trials.Where(trial => !trial.Candidate.Learner.Info.IsBaseline && trial.Cost is not null)];
        List<string> asked = [];
        if (double.IsFinite(Bytes) && real.MinBy(trial => trial.Cost!.Bytes) is { } smallest)
        {
            asked.Add($"--max-size {InBytes(Bytes)} (the smallest that was found, {smallest.Candidate.Learner.Info.Title}, takes {InBytes(smallest.Cost!.Bytes)})");
        }

        if (double.IsFinite(Seconds) && real.MinBy(trial => trial.Cost!.Seconds) is { } fastest)
        {
            asked.Add($"--max-latency {InTime(Seconds)} (the fastest that was found, {fastest.Candidate.Learner.Info.Title}, takes {InTime(fastest.Cost!.Seconds)} a row)");
        }

        return new($"No model keeps within {string.Join(" and ", asked)}. Allow more, choose among other learners with --learners, or leave columns out with --ignore.");
    }

    /// <summary>"3.1 KB".</summary>
    public static string InBytes(double bytes) => bytes >= 1e6
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.##} MB")
        : bytes >= 1e3 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.##} KB") : string.Create(CultureInfo.InvariantCulture, $"{bytes:0} bytes");

    /// <summary>"50 us".</summary>
    public static string InTime(double seconds) => seconds >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s")
        : seconds >= 1e-3 ? string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.##} ms") : string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.##} us");
}
