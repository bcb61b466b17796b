using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Runtime.Prediction;
using Modelwright.Tasks;

namespace Modelwright.Running;

/// <summary>What is known of some rows, read as the plan reads its column; no feature is made of it.</summary>
internal static class RowLabels
{
    /// <summary>The labels, a value a row.</summary>
    /// <param name="rows">The rows of the run as a source gave them.</param>
    /// <param name="plan">The plan, which names the column.</param>
    /// <param name="task">The task.</param>
    /// <returns>Categories, missing where nothing is known; null where no column is named.</returns>
    /// <exception cref="OptionsException">The task has no use for labels.</exception>
    /// <exception cref="DataException">The rows have no such column.</exception>
    public static CategoryColumn? Of(Table rows, TrainingPlan plan, TargetlessTask task)
    {
        if (plan.Labels is not { } name)
        {
            return null;
        }

        if (task.LabelTask is null)
        {
            throw new OptionsException($"The plan names '{name}' as labels, and the task '{task.Task}' has no use for them. Take 'labels' out of the plan.");
        }

        var spec = new ColumnSpec(name, ColumnType.Category) { MissingMarkers = plan.Columns.First(column => column.Name == name).MissingMarkers };
        return (CategoryColumn)Admission.Admit(rows, new([spec]), needsTarget: true).Table[name];
    }
}
