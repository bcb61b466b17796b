using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;
using Modelwright.Tasks;

namespace Modelwright;

/// <summary>The column that says the truth about the answers of a model without a target.</summary>
internal static class TruthColumn
{
    /// <summary>Finds it, and what compares it with answers.</summary>
    /// <exception cref="OptionsException">The model has a target or reads the column, the column is absent, or nothing is known of the task.</exception>
    /// <exception cref="DataException">No row has a value in it.</exception>
    public static (TargetlessTask Task, Column Column) Of(Model model, Table raw, string name, IReadOnlyList<TargetlessTask> tasks)
    {
        if (model.Schema.Target is { } target)
        {
            throw new OptionsException($"--truth has no use for this package: it predicts '{target.Name}', and its figures compare with that column. Leave --truth out.");
        }

        var task = tasks.FirstOrDefault(known => known.Task == model.Task)
            ?? throw new OptionsException($"The package is of the task '{model.Task}', and nothing in this program compares its answers with a column. There are: {string.Join(", ", tasks.Select(known => known.Task))}.");
        if (model.Form.Info.Inputs.Any(input => input.Name == name))
        {
            throw new OptionsException($"--truth {name}: the model reads this column to answer, so it cannot say the truth about the answers. Name a column that training did not see.");
        }

        if (!raw.TryGet(name, out var column))
        {
            throw new OptionsException($"--truth {name}: the rows have no such column.{NearestName.Suggest(name, raw.Names)} They have: {string.Join(", ", raw.Names.Take(20).Select(other => $"'{other}'"))}{(raw.Columns.Count > 20 ? $" and {raw.Columns.Count - 20} more" : "")}. Check the spelling (case matters).");
        }

        return Enumerable.Range(0, raw.RowCount).Any(row => !column.IsMissing(row))
            ? (task, column)
            : throw new DataException($"--truth {name}: no row has a value in this column. Bring rows of which the truth is known.");
    }
}
