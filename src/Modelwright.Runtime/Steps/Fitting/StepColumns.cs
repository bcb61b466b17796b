using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Fits a step column by column.</summary>
internal static class StepColumns
{
    /// <summary>Learns of every column the step is for.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="input">Training rows.</param>
    /// <param name="wanted">Names of columns; null for all of the types.</param>
    /// <param name="types">The types the step reads.</param>
    /// <param name="keepsInputs">Whether the columns it reads stay beside those it makes.</param>
    /// <param name="fit">Learns of one column.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    internal static FittedColumnStep Fit(string step, StepInput input, IReadOnlyList<string>? wanted, ColumnType[] types, bool keepsInputs, ColumnFitter fit)
    {
        ArgumentNullException.ThrowIfNull(input);
        var names = new FeatureNames(input.Rows);
        var fitted = new List<FittedColumn>();
        foreach (var column in Choose(step, input.Rows, wanted, types))
        {
            input.Cancellation.ThrowIfCancellationRequested();
            if (fit(column, names) is { } made)
            {
                fitted.Add(made);
            }
        }

        return new(step, keepsInputs, fitted);
    }

    /// <summary>The same, with the training rows as the step transforms them.</summary>
    internal static StepFit FitAndApply(string step, StepInput input, IReadOnlyList<string>? wanted, ColumnType[] types, bool keepsInputs, ColumnFitter fit)
    {
        var fitted = Fit(step, input, wanted, types, keepsInputs, fit);
        input.Cancellation.ThrowIfCancellationRequested();
        return new(fitted, fitted.Apply(input.Rows));
    }

    /// <summary>What is wrong with a column that a step reads; null where nothing is.</summary>
    internal static string? Fault(Table rows, string step, string name, ReadOnlySpan<ColumnType> types)
    {
        if (!rows.TryGet(name, out var column))
        {
            return $"Column '{name}' ({Words(types)}) was not found, and step '{step}' needs it.{NearestName.Suggest(name, rows.Names)} Add it, or rename the column that holds it (case matters).";
        }

        return types.Contains(column.Type)
            ? null
            : $"Column '{name}' is of type {Word(column.Type)}; step '{step}' needs type {Words(types)}. Read it as {Words(types)}.";
    }

    private static List<Column> Choose(string step, Table rows, IReadOnlyList<string>? wanted, ColumnType[] types)
    {
        if (wanted is null)
        {
            return [.. rows.Columns.Where(column => types.Contains(column.Type))];
        }

        var faults = wanted.Select(name => Fault(rows, step, name, types)).OfType<string>().ToList();
        return faults.Count == 0
            ? [.. wanted.Distinct(StringComparer.Ordinal).Select(name => rows[name])]
            : throw new DataException(string.Join('\n', faults));
    }

    private static string Words(ReadOnlySpan<ColumnType> types)
    {
        var words = new string[types.Length];
        for (var position = 0; position < words.Length; position++)
        {
            words[position] = Word(types[position]);
        }

        return string.Join(" or ", words);
    }

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();
}
