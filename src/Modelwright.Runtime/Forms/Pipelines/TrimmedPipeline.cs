using Modelwright.Core.Learning;
using Modelwright.Runtime.Steps;

namespace Modelwright.Runtime.Forms.Pipelines;

/// <summary>Walks back from a form through the steps before it and leaves out what nobody after it reads.</summary>
internal static class TrimmedPipeline
{
    /// <summary>The pipeline with fewer steps, columns of steps or inputs of the form; null where there is nothing to leave out.</summary>
    internal static IForm? Of(IReadOnlyList<IFittedStep> steps, IForm form)
    {
        var trimmed = TrimmedForm.Of(form);
        var isChanged = !ReferenceEquals(trimmed, form);
        var wanted = trimmed.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        var kept = new List<IFittedStep>();
        foreach (var step in steps.Reverse())
        {
            var own = Of(step, wanted);
            isChanged |= !ReferenceEquals(own, step);
            if (own is not null)
            {
                kept.Add(own);
                wanted.ExceptWith(own.Outputs.Select(output => output.Name));
                wanted.UnionWith(own.Inputs);
            }
        }

        kept.Reverse();
        return isChanged ? PipelineForm.Of(kept, trimmed) : null;
    }

    /// <summary>A step that makes nothing that is wanted does not change what is: it is left out whole.</summary>
    private static IFittedStep? Of(IFittedStep step, HashSet<string> wanted)
    {
        if (!step.Outputs.Any(output => wanted.Contains(output.Name)))
        {
            return null;
        }

        return step is ITrimmableStep trimmable ? trimmable.Trim(wanted) : step;
    }
}
