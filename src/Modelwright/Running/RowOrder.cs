using Modelwright.Core.Data;

namespace Modelwright.Running;

/// <summary>Whether rows are read in their order, told before anyone looks at them.</summary>
internal static class RowOrder
{
    /// <summary>Whether the task, for columns of the roles that were told, reads rows in order.</summary>
    public static bool Matters(Training told)
    {
        var task = told.Plan?.Task ?? told.Task;
        var roles = told.Plan is { } plan
            ? new Schema(plan.Columns)
            : new Schema([.. told.Roles.Select(role => new ColumnSpec(role.Key, ColumnType.Text) { Role = role.Value })]);
        return told.Tasks.FirstOrDefault(known => known.Task == task)?.For(roles).ReadsInOrder == true;
    }
}
