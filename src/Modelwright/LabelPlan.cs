using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Tasks;

namespace Modelwright;

/// <summary>A plan of a task that predicts no column: what is named as the target labels some of the rows.</summary>
internal static class LabelPlan
{
    /// <summary>The plan with the target as labels, and its column out of the features.</summary>
    /// <exception cref="OptionsException">A target is named, and the task has no use for labels.</exception>
    public static TrainingPlan Of(TargetlessTask task, TrainingPlan plan)
    {
        if (plan.Target is not { } target)
        {
            return plan;
        }

        return task.LabelTask is null
            ? throw new OptionsException($"The plan names '{target}' as the target, and the task '{task.Task}' predicts no column. Take 'target' out of the plan, and give its column the role 'ignore'.")
            : plan with { Target = null, Labels = target, Columns = [.. plan.Columns.Select(column => column.Name == target ? column with { Role = ColumnRole.Ignore } : column)] };
    }
}
