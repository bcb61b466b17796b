using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Features.Named;
using Modelwright.Runtime.Steps;

namespace Modelwright.Features;

/// <summary>
/// Steps that a person names, as --steps and a plan hold them: "clip:income,quantile:age,arithmetic:income/debt". They come before the steps
/// that are chosen for a learner, which then sees the columns they leave. The names of feature variants may stand among them, "plain" for
/// only what the learner must have; then no other variant is tried. Immutable and safe from any thread.
/// </summary>
public sealed class NamedSteps
{
    private readonly (StepCall Call, StepKind Kind, IStep Step)[] _steps;

    private NamedSteps(string text, (StepCall Call, StepKind Kind, IStep Step)[] steps, IReadOnlyList<FeatureVariant> variants) =>
        (Text, _steps, Variants) = (text, steps, variants);

    /// <summary>No step named, and all variants tried.</summary>
    public static NamedSteps None { get; } = new("", [], []);

    /// <summary>The text they were read from.</summary>
    public string Text { get; }

    /// <summary>The steps with their settings, in order.</summary>
    public IReadOnlyList<IStep> Steps => [.. _steps.Select(step => step.Step)];

    /// <summary>The variants that are to be tried; empty means all.</summary>
    public IReadOnlyList<FeatureVariant> Variants { get; }

    /// <summary>Whether nothing is named at all.</summary>
    internal bool IsNone => _steps.Length == 0 && Variants.Count == 0;

    /// <summary>The columns named, whether there are such or not.</summary>
    internal IEnumerable<string> Columns => _steps.SelectMany(step => step.Call.Targets).SelectMany(target => (string?[])[target.First, target.Second]).OfType<string>();

    /// <summary>Reads steps; docs/features.md says how they are written.</summary>
    /// <param name="text">The text; null or white space names none.</param>
    /// <returns>The steps; whether the columns are there is found out when a plan is made.</returns>
    /// <exception cref="OptionsException">It cannot be read, or names a step or option that is not known, or a value out of range; the text lists all.</exception>
    public static NamedSteps Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        var (calls, faults) = StepSyntax.Read(text);
        string[] all = [.. faults, .. calls.SelectMany(StepFaults.Of)];
        if (all.Length > 0)
        {
            throw new OptionsException(string.Join('\n', all));
        }

        var known = calls.Select(call => (Call: call, Kind: StepKinds.All.FirstOrDefault(kind => kind.Name == call.Name))).ToArray();
        return new(
            text,
            [.. known.Where(step => step.Kind is not null).Select(step => (step.Call, step.Kind!, step.Kind!.Make(new(step.Call))))],
            [.. known.Where(step => step.Kind is null).Select(step => FeatureVariant.Find(step.Call.Name))]);
    }

    /// <summary>Fits the steps one after another to see what columns they leave.</summary>
    /// <param name="rows">The feature columns.</param>
    /// <param name="target">The target of these rows; null where the task has none.</param>
    /// <param name="cancellation">Ends at once with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="OptionsException">Columns are absent or of another type; the text lists those of all steps.</exception>
    internal Table Try(Table rows, Column? target, CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var (call, kind, step) in _steps)
        {
            var own = StepFaults.Of(call, kind, rows).ToList();
            faults.AddRange(own);
            try
            {
                rows = own.Count > 0 ? rows : step.Fit(new(rows) { Target = target, Cancellation = cancellation }).Training;
            }
            catch (OptionsException fault)
            {
                // What only the step itself can tell, such as too many pairs in this table.
                faults.Add($"--steps, '{call.Text}': {fault.Message}");
            }
        }

        return faults.Count == 0 ? rows : throw new OptionsException(string.Join('\n', faults));
    }

    /// <summary>The steps as a plan of features holds them.</summary>
    internal IReadOnlyList<PlannedStep> Planned => [.. _steps.Select(step => new PlannedStep(step.Step, $"named({step.Call.Text})", $"{step.Call.Name}: named by you, '{step.Call.Text}'"))];
}
