using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Looks at a training set before anything native sees it; all faults come together.</summary>
internal static class TrainingCheck
{
    /// <summary>Throws unless boosting can learn from the data.</summary>
    /// <exception cref="DataException">The text lists every fault and what to do.</exception>
    internal static void Check(TrainingSet data, string learner)
    {
        string[] faults = [.. Shape(data, learner), .. Columns(data, learner), .. Weights(data), .. Target(data, learner)];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    private static IEnumerable<string> Shape(TrainingSet data, string learner)
    {
        if (data.Features.RowCount == 0)
        {
            yield return $"The training table has no rows. Give learner '{learner}' at least two rows with different targets.";
        }

        if (data.Features.Columns.Count == 0)
        {
            yield return $"The training table has no columns to learn from. Give learner '{learner}' at least one number or category column.";
        }
    }

    private static IEnumerable<string> Columns(TrainingSet data, string learner) => data.Features.Columns
        .Where(column => column.Type is not (ColumnType.Number or ColumnType.Category))
        .Select(column => $"Column '{column.Name}' is of type {column.Type}; learner '{learner}' takes Number and Category. " +
            "Turn it into one of these with a step, or leave it out.");

    private static IEnumerable<string> Weights(TrainingSet data)
    {
        if (data.Weights is not { } weights)
        {
            yield break;
        }

        if (weights.Length != data.Features.RowCount)
        {
            yield return $"There are {weights.Length} weights for {data.Features.RowCount} rows. Give one weight a row.";
        }

        if (Array.FindIndex(weights, weight => !double.IsFinite(weight) || weight < 0) is >= 0 and var row)
        {
            yield return FormattableString.Invariant($"The weight of row {row + 1} is {weights[row]}. Give every row a finite weight of 0 or more.");
        }
    }

    private static IEnumerable<string> Target(TrainingSet data, string learner)
    {
        if (data.Task.TargetType is null)
        {
            return [$"Learner '{learner}' cannot do the task {Lower(data.Task)}; it does classification and regression. Choose another learner or task."];
        }

        var wanted = data.Task.AnswersClasses ? ColumnType.Category : ColumnType.Number;
        if (data.Target is not { } target)
        {
            return [$"The training set has no target. Give learner '{learner}' a {wanted} column to learn."];
        }

        if (target.Type != wanted)
        {
            return [$"Target '{target.Name}' is of type {target.Type}; for {Lower(data.Task)} learner '{learner}' needs {wanted}. Change the task or the type of the target."];
        }

        if (target.RowCount != data.Features.RowCount)
        {
            return [$"Target '{target.Name}' has {target.RowCount} rows, the features have {data.Features.RowCount}. Give one target a row."];
        }

        return target is CategoryColumn classes ? Classes(classes, data.Weights) : Numbers((NumberColumn)target, data.Weights);
    }

    private static IEnumerable<string> Classes(CategoryColumn target, double[]? weights)
    {
        var seen = new HashSet<int>();
        for (var row = 0; row < target.RowCount; row++)
        {
            var code = target.Codes.At(row);
            if (code < 0 || code >= target.Levels.Count)
            {
                return [$"Target '{target.Name}' has no class in row {row + 1}. Leave rows without a target out."];
            }

            if (Counts(weights, row))
            {
                seen.Add(code);
            }
        }

        return target.RowCount > 0 && seen.Count < 2
            ? [$"Target '{target.Name}' has {Only(seen.Select(code => target.Levels[code]))}. Give rows of at least two classes."]
            : [];
    }

    private static IEnumerable<string> Numbers(NumberColumn target, double[]? weights)
    {
        double? first = null;
        var differs = false;
        for (var row = 0; row < target.RowCount; row++)
        {
            var value = target.Values.At(row);
            if (!double.IsFinite(value))
            {
                return [FormattableString.Invariant($"Target '{target.Name}' is {value} in row {row + 1}. Give every row a finite target, or leave the row out.")];
            }

            if (Counts(weights, row))
            {
                differs |= first is { } known && known != value;
                first ??= value;
            }
        }

        return target.RowCount > 0 && !differs
            ? [FormattableString.Invariant($"Target '{target.Name}' has {(first is { } only ? $"only the value {only}" : "no row of a weight above 0")}. Give rows of at least two different targets.")]
            : [];
    }

    private static bool Counts(double[]? weights, int row) => weights is null || row >= weights.Length || weights[row] > 0;

    private static string Only(IEnumerable<string> classes) => classes.FirstOrDefault() is { } only ? $"only the class '{only}'" : "no row of a weight above 0";

    private static string Lower(LearningTask task) => task.Name;
}
