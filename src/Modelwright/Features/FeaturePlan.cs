using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>Which columns are used, and the steps that turn them into what a learner takes. Immutable and safe from any thread.</summary>
public sealed class FeaturePlan
{
    internal FeaturePlan(FeatureVariant variant, IReadOnlyList<string> inputs, IReadOnlyList<PlannedStep> steps, IReadOnlyList<string> leftOut)
    {
        Variant = variant;
        Inputs = inputs;
        LeftOut = leftOut;
        Steps = [.. steps.Select(step => step.Step)];
        Descriptions = [.. steps.Select(step => step.Description)];
        Key = string.Join('\n', [PlanKey.Names(inputs), .. steps.Select(step => step.Key)]);
    }

    /// <summary>The way it was planned.</summary>
    public FeatureVariant Variant { get; }

    /// <summary>The columns that are used, in the order of the schema.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Feature columns that are left out because they say nothing: one value in all rows, or none.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<IStep> Steps { get; }

    /// <summary>One sentence a step, for a person.</summary>
    public IReadOnlyList<string> Descriptions { get; }

    /// <summary>Columns, steps and settings as text. Plans of equal keys do the same, so fitted steps can be kept under it from learner to learner.</summary>
    public string Key { get; }

    /// <summary>The column that says when each row was, for steps that go by the order of rows; null where there is none.</summary>
    internal string? Times { get; init; }

    /// <summary>Fits the steps, each on what the steps before it made of the training rows.</summary>
    /// <param name="rows">Training rows, as admitted by the schema.</param>
    /// <param name="target">The target of these rows, none missing; null where the task has none.</param>
    /// <param name="weights">How much each row counts; null means one each.</param>
    /// <param name="seed">The only origin of chance.</param>
    /// <param name="cancellation">Ends at once with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The fitted steps and the training rows as the learner is to see them.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    public FittedFeatures Fit(Table rows, Column? target, double[]? weights, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var training = rows.Select(Inputs);
        var times = Times is { } name && rows.TryGet(name, out var column) ? column : null;
        var fitted = new List<IFittedStep>();
        foreach (var step in Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var fit = step.Fit(new(training) { Target = target, Times = times, Weights = weights, Seed = seed, Cancellation = cancellation });
            fitted.Add(fit.Step);
            training = fit.Training;
        }

        return new(Inputs, fitted, training);
    }
}
