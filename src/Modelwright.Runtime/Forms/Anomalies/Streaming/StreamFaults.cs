using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>What is wrong with a table whose series are to be scored.</summary>
internal static class StreamFaults
{
    /// <summary>Checks that all columns are there and of their types.</summary>
    /// <exception cref="DataException">They are not; the text lists all.</exception>
    internal static void Check(IReadOnlyList<FormInput> inputs, Table table, StreamColumns columns)
    {
        string[] faults = [.. Of(inputs, table, columns)];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    private static IEnumerable<string> Of(IReadOnlyList<FormInput> inputs, Table table, StreamColumns columns)
    {
        foreach (var input in inputs)
        {
            if (Fault(table, input.Name, ColumnType.Number) is { } fault)
            {
                yield return fault;
            }
        }

        if (columns.Time is { } time && Fault(table, time, ColumnType.Time) is { } timeFault)
        {
            yield return timeFault;
        }

        if (columns.Series is { } series && Fault(table, series, null) is { } seriesFault)
        {
            yield return seriesFault;
        }
    }

    private static string? Fault(Table table, string name, ColumnType? type)
    {
        if (!table.TryGet(name, out var column))
        {
            return $"Column '{name}' was not found, and scoring the series needs it.{NearestName.Suggest(name, table.Names)} Add it, or name the column that holds it (case matters).";
        }

        return type is null || column.Type == type
            ? null
            : $"Column '{name}' is of type {Word(column.Type)}; scoring the series needs type {Word(type.Value)}. Read it as {Word(type.Value)}.";
    }

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();
}
