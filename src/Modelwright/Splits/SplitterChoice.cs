using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Splits;

/// <summary>Which splitter fits the roles of the columns.</summary>
public static class SplitterChoice
{
    /// <summary>The splitter for out-of-fold figures.</summary>
    /// <param name="schema">The columns and their roles.</param>
    /// <param name="task">The task.</param>
    /// <returns>
    /// Time-forward where a column has the role time (also where there are groups, since what is to come must not train);
    /// grouped where one has the role group, stratified too for classes; stratified for classes; else plain k-fold.
    /// </returns>
    public static ISplitter For(Schema schema, LearningTask task)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var classes = task.AnswersClasses;
        return BuiltInSplitters.Get(
            Has(schema, ColumnRole.Time) ? "time_forward"
            : Has(schema, ColumnRole.Group) ? (classes ? "stratified_grouped" : "grouped")
            : classes ? "stratified" : "k_fold");
    }

    /// <summary>The splitter for a sealed holdout.</summary>
    /// <param name="schema">The columns and their roles.</param>
    /// <returns>The latest rows where a column has the role time; whole groups where one has the role group; else rows drawn by chance, stratified by the target.</returns>
    public static ISplitter HoldoutFor(Schema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return BuiltInSplitters.Get(
            Has(schema, ColumnRole.Time) ? "time_holdout"
            : Has(schema, ColumnRole.Group) ? "grouped_holdout"
            : "holdout");
    }

    private static bool Has(Schema schema, ColumnRole role) => schema.WithRole(role).Any();
}
