using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Core.Learning.Streams;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Puts steps before a form, so that it answers rows as they come in.</summary>
public static class PipelineForm
{
    private const int MostSteps = 10_000;

    /// <summary>A form that applies the steps in order and then asks the form.</summary>
    /// <param name="steps">Fitted steps; may be none.</param>
    /// <param name="form">A form that answers numbers, classes or columns.</param>
    /// <returns>A form with the same ability; without steps one that scores streams is given back as it is.</returns>
    /// <exception cref="ArtifactException">The form answers none of them.</exception>
    public static IForm Of(IReadOnlyList<IFittedStep> steps, IForm form) => form switch
    {
        IPredictsNumbers => new NumberPipelineForm(steps, form),
        IPredictsClasses => new ClassPipelineForm(steps, form),
        IAnswersText => new TextPipelineForm(steps, form),
        IAssignsClusters => new ClusterPipelineForm(steps, form),
        IScoresAnomalies => new AnomalyPipelineForm(steps, form),
        IAnswersColumns => new ColumnPipelineForm(steps, form),
        IScoresStreams when steps is { Count: 0 } => form,
        _ => throw new ArtifactException($"Form '{form?.Info.Name}' answers neither numbers nor classes nor columns, so no pipeline can hold it."),
    };

    /// <summary>What the steps and the form read that no earlier step makes.</summary>
    internal static IReadOnlyList<FormInput> Inputs(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(form);
        var made = new HashSet<string>(StringComparer.Ordinal);
        var inputs = new Dictionary<string, FormInput>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            foreach (var name in step.Inputs.Where(name => !made.Contains(name)))
            {
                inputs.TryAdd(name, new(name, step.InputType(name), []));
            }

            made.UnionWith(step.Outputs.Select(output => output.Name));
        }

        foreach (var input in form.Info.Inputs.Where(input => !made.Contains(input.Name)))
        {
            inputs[input.Name] = input;
        }

        return [.. inputs.Values];
    }

    internal static Table Apply(IReadOnlyList<IFittedStep> steps, Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (var step = 0; step < steps.Count; step++)
        {
            rows = steps[step].Apply(rows);
        }

        return rows;
    }

    internal static void Write(IArtifactWriter writer, IReadOnlyList<IFittedStep> steps, IForm form)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Integer("steps", steps.Count);
        for (var step = 0; step < steps.Count; step++)
        {
            BuiltInSteps.Catalog.Write(writer.Part(PartName(step)), steps[step]);
        }

        FormCatalog.Write(writer.Part("then"), form);
    }

    internal static (IReadOnlyList<IFittedStep> Steps, IForm Form) Read(IArtifactReader reader, FormCatalog catalog)
    {
        var count = reader.Integer("steps");
        if (count is < 0 or > MostSteps)
        {
            throw new ArtifactException($"The pipeline has {count} steps; 0 to {MostSteps} can be read. Make the file again.");
        }

        var steps = new List<IFittedStep>();
        for (var step = 0; step < count; step++)
        {
            steps.Add(BuiltInSteps.Catalog.Read(reader.Part(PartName(step))));
        }

        return (steps, catalog.Read(reader.Part("then")));
    }

    private static string PartName(int step) => FormattableString.Invariant($"step_{step}");
}
