using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Streams;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Scores a whole table of series: each series from its start, its rows in order of time.</summary>
public static class StreamScoring
{
    /// <summary>Scores every row by the rows of its series that come before it.</summary>
    /// <param name="form">A form that scores streams.</param>
    /// <param name="table">The form's inputs, and the columns named. May be empty.</param>
    /// <param name="columns">Which columns say when and of what a row is.</param>
    /// <param name="threads">Series that are scored at once, 1 or more; the answer does not depend on it.</param>
    /// <param name="cancellation">Looked at once every few thousand rows.</param>
    /// <returns>One score a row, in the order of the table.</returns>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    /// <remarks>Rows of one time keep their order. A row without a time stands behind the row of its series that comes before it in the table.</remarks>
    public static StreamScores Score<TForm>(TForm form, Table table, StreamColumns columns, int threads, CancellationToken cancellation)
        where TForm : IForm, IScoresStreams
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        string[] faults = [.. Faults(form.Info.Inputs, table, columns)];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }

        var times = SeriesOrder.Times(table, columns.Time);
        var series = SeriesOrder.Of(table, columns.Series, times);
        var run = new Run<TForm>(form, [.. form.Info.Inputs.Select(input => ((NumberColumn)table[input.Name]).Values)], times, table.RowCount);
        Parallel.For(0, series.Count, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, place => run.Score(series[place], cancellation));
        return new(run.Scores, run.Inputs, run.Usual);
    }

    private static IEnumerable<string> Faults(IReadOnlyList<FormInput> inputs, Table table, StreamColumns columns)
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

    private sealed class Run<TForm>(TForm form, Blocks<double>[] columns, long[]? times, int rows)
        where TForm : IForm, IScoresStreams
    {
        private const int RowsBetweenLooks = 4096;

        public double[] Scores { get; } = new double[rows];

        public int[] Inputs { get; } = new int[rows];

        public double[] Usual { get; } = new double[rows];

        public void Score(int[] series, CancellationToken cancellation)
        {
            var state = form.Start();
            var values = new double[columns.Length];
            for (var place = 0; place < series.Length; place++)
            {
                if (place % RowsBetweenLooks == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                var row = series[place];
                for (var column = 0; column < values.Length; column++)
                {
                    values[column] = columns[column].At(row);
                }

                (Scores[row], Inputs[row], Usual[row]) = form.Read(state, times is null ? TimeColumn.Missing : times[row], values);
            }
        }
    }
}
