using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Learners;

/// <summary>The door of every learner here: all faults of the data in one error, and rows that do not count left out.</summary>
internal static class TrainingChecks
{
    /// <summary>Checks a call to <see cref="ILearner.Fit"/>.</summary>
    /// <param name="learner">Whose door it is.</param>
    /// <param name="data">The data as given.</param>
    /// <param name="values">The setting.</param>
    /// <param name="context">The context; a cancelled one ends here.</param>
    /// <returns>The data without rows of weight zero, and without weights where all are one.</returns>
    /// <exception cref="OptionsException">A value is out of range.</exception>
    /// <exception cref="DataException">The data cannot be learned from; the text lists all faults.</exception>
    public static TrainingSet Admit(ILearner learner, TrainingSet data, ParameterValues values, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        values.Check(learner.Info.Name, learner.Parameters);
        context.Cancellation.ThrowIfCancellationRequested();
        var weighing = Weighing(data);
        List<string> faults = [.. Faults(learner.Info, data, weighing)];
        if (faults.Count > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }

        var validation = data.Validation is { Features.RowCount: > 0 } rows && ColumnChecks.AllThere(data, rows) ? rows : null;
        return Counting(data, weighing) with { Validation = validation };
    }

    private static IEnumerable<string> Faults(LearnerInfo info, TrainingSet data, int[] weighing)
    {
        var rows = data.Features.RowCount;
        if (!info.Tasks.Contains(data.Task))
        {
            yield return $"Learner '{info.Name}' cannot do the task {data.Task}; it can do {string.Join(", ", info.Tasks)}. Choose another learner.";
            yield break;
        }

        if (rows == 0)
        {
            yield return $"The training table has no rows, so learner '{info.Name}' has nothing to learn from. Give it rows, or look at the filter or split that left none.";
        }

        foreach (var fault in WeightFaults(data, weighing).Concat(TargetFaults(data, weighing)))
        {
            yield return fault;
        }

        foreach (var fault in info.IsBaseline ? [] : ColumnChecks.Faults(info, data.Features, mustVary: data.Task.TargetType is not null))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> WeightFaults(TrainingSet data, int[] weighing)
    {
        if (data.Weights is not { } weights)
        {
            yield break;
        }

        var rows = data.Features.RowCount;
        if (weights.Length != rows)
        {
            yield return $"There are {Number(weights.Length)} weights for {Number(rows)} rows. Give one weight a row, or none at all.";
            yield break;
        }

        var unsound = Array.FindIndex(weights, weight => !(weight >= 0 && double.IsFinite(weight)));
        if (unsound >= 0)
        {
            yield return $"The weight of row {Number(unsound + 1)} is {weights[unsound].ToString("R", CultureInfo.InvariantCulture)}. Weights must be finite numbers of 0 or more; correct it, or give no weights.";
        }
        else if (rows > 0 && weighing.Length == 0)
        {
            yield return $"All {Number(rows)} weights are 0, so no row counts. Give at least two rows a weight above 0.";
        }
    }

    private static IEnumerable<string> TargetFaults(TrainingSet data, int[] weighing)
    {
        if (data.Task.TargetType is not { } wanted)
        {
            yield break;
        }

        if (data.Target is not { } target)
        {
            yield return $"There is no target, and the task {data.Task} needs one. Name the column that is to be predicted.";
        }
        else if (target.Type != wanted)
        {
            yield return $"The target '{target.Name}' is of type {Word(target.Type)}; {data.Task} needs a {Word(wanted)}. Change the type of the target, or the task.";
        }
        else if (target.RowCount != data.Features.RowCount)
        {
            yield return $"The target '{target.Name}' has {Number(target.RowCount)} values for {Number(data.Features.RowCount)} rows. Give one value a row.";
        }
        else if (TargetValues.Unsound(target) is var row and >= 0)
        {
            yield return $"The target '{target.Name}' of row {Number(row + 1)} is {(target.IsMissing(row) ? "missing" : target.Format(row))}. Leave out rows whose answer is not known and finite.";
        }
        else if (weighing.Length > 0 && TargetValues.IsConstant(target, weighing))
        {
            yield return $"The target '{target.Name}' has one value, '{target.Format(weighing[0])}', in all {Number(weighing.Length)} rows that count. Give rows with at least two values, or predict this value without a model.";
        }
    }

    /// <summary>The rows whose weight is above zero; all where the weights are not sound, as then nothing is learned.</summary>
    private static int[] Weighing(TrainingSet data)
    {
        var rows = Enumerable.Range(0, data.Features.RowCount);
        return data.Weights is { } weights && weights.Length == data.Features.RowCount ? [.. rows.Where(row => weights[row] > 0)] : [.. rows];
    }

    private static TrainingSet Counting(TrainingSet data, int[] weighing)
    {
        if (data.Weights is not { } weights)
        {
            return data;
        }

        var kept = weighing.Length == weights.Length
            ? data
            : data with { Features = data.Features.Take(weighing), Target = data.Target?.Take(weighing), Weights = [.. weighing.Select(row => weights[row])] };
        return Array.TrueForAll(kept.Weights!, weight => weight == 1) ? kept with { Weights = null } : kept;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
