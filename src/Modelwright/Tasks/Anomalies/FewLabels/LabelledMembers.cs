using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Pipelines;

namespace Modelwright.Tasks.Anomalies.FewLabels;

/// <summary>Members that learn from labelled rows: what they read, and how they are fitted. They stand behind the detectors, whose surprises they read.</summary>
internal sealed class LabelledMembers
{
    /// <summary>In a plan the detectors have half of the weight and what learned from labels the other half: a power of two, so that nothing is rounded.</summary>
    public const double WeightOfKind = 0.5;

    private readonly TaskGround _ground;
    private readonly double[][] _scores;

    /// <summary>Prepares for them.</summary>
    /// <param name="ground">The rows.</param>
    /// <param name="detectors">The fitted detectors in the order of the decision.</param>
    /// <param name="labels">What is known.</param>
    public LabelledMembers(TaskGround ground, IReadOnlyList<FittedMember> detectors, AnomalyLabels labels)
    {
        _ground = ground;
        _scores = AnomalyMembers.Scores(ground, detectors);
        Blend = new([.. detectors.Select(member => member.Form)], [.. detectors.Select(_ => 1.0 / detectors.Count)], [.. _scores.Select(scores => SurpriseScale.Of(scores))]);
        var numbers = labels.ToLearnFrom(ground.Seed);
        double[][] known = [.. _scores.Select(scores => Array.ConvertAll(numbers.All, row => scores[row]))];
        Data = new(numbers, learner => LabelledAnomalyForm.WithSurprises(Blend, ground.Prepared(learner).Features.Take(numbers.All), known));
    }

    /// <summary>The labelled rows.</summary>
    public LabelledData Data { get; }

    private AnomalyBlendForm Blend { get; }

    /// <summary>Whether a member scores without labels.</summary>
    public static bool IsDetector(TaskGround ground, TaskMember member) => member.Learner.Info.Tasks.Contains(ground.Task);

    /// <summary>How few rows are fitted: to the end, also where a person asked to stop, as the model is made of it.</summary>
    public static FitContext Context(TaskGround ground, int seed) => ground.Context(seed) with { Deadline = null, Cancellation = CancellationToken.None };

    /// <summary>The labels that a member of a plan needs.</summary>
    /// <exception cref="OptionsException">The plan names none.</exception>
    public static AnomalyLabels Labels(TaskGround ground) => ground.Labels is { } column
        ? AnomalyLabels.Of(column, ground.Options.Positive)
        : throw new OptionsException("The plan's decision has members that learn from labels, but the plan names none. Put 'labels' back, or take 'decision' out of the plan to search anew.");

    /// <summary>Fits a member on the labelled rows.</summary>
    public FittedMember Fit(TaskMember member, double weight)
    {
        var start = _ground.Time.GetTimestamp();
        var (steps, features) = _ground.Prepared(member.Learner);
        var fit = member.Learner.Fit(Data.For(member.Learner), member.Values, Context(_ground, member.Seed));
        return new(member, PipelineForm.Of(steps, fit.Form), fit.Report)
        {
            Weight = weight,
            Seconds = _ground.Time.GetElapsedTime(start).TotalSeconds,
            Inner = fit.Form,
            Features = LabelledAnomalyForm.WithSurprises(Blend, features, _scores),
        };
    }
}
