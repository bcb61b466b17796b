using Modelwright.Core.Learning;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Writes a pipeline out: what its form says, then what the inputs stand for that steps have changed or made.</summary>
internal static class PipelineText
{
    /// <summary>The parts of its form; none that can be counted where that cannot be read.</summary>
    internal static FormParts Parts(IForm form) => form is IReadable readable ? readable.Parts : new(0, "parts");

    /// <summary>The lines.</summary>
    internal static IEnumerable<string> Lines(IReadOnlyList<IFittedStep> steps, IForm form) =>
        form is IReadable readable ? readable.Lines.Concat(Meanings(steps, form)) : [];

    private static IEnumerable<string> Meanings(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        var read = form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var step in steps.Reverse())
        {
            foreach (var (output, meaning) in Meanings(step).Where(pair => read.Contains(pair.Output.Name)))
            {
                yield return $"where {output.Name} {meaning}";
                read.UnionWith(output.Origins);
            }
        }
    }

    private static IEnumerable<(Feature Output, string Meaning)> Meanings(IFittedStep step) => step is FittedColumnStep columns
        ? columns.Columns.SelectMany(column => column.Outputs.Select((output, place) => (output, column.Meaning(place) ?? Made(step, output))).Where(pair => pair.Item2.Length > 0))
        : step.Outputs.Select(output => (output, Made(step, output))).Where(pair => pair.Item2.Length > 0);

    /// <summary>A column that is made anew is told by its step; one that keeps its name and says nothing is as it was, in other words.</summary>
    private static string Made(IFittedStep step, Feature output) =>
        output.Origins.Contains(output.Name) || step.Name == Steps.Categories.OneHot.StepName ? "" : $"is made of {string.Join(", ", output.Origins)} by the step {step.Name}";
}
