using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Monitoring.Requests;
using Modelwright.Sources;

namespace Modelwright.Server.Retraining;

/// <summary>The labelled rows of a model: those of its source, and under them the newest of its log.</summary>
/// <param name="log">The log of requests; null for none.</param>
/// <param name="name">The name that the model is served under.</param>
/// <param name="source">What a source reads; null for none.</param>
/// <param name="mostRows">Rows of the log at most.</param>
internal sealed class RetrainingRows(RequestLog? log, string name, string? source, int mostRows)
{
    /// <summary>Reads them.</summary>
    /// <param name="schema">The columns of the champion; others are left out.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <exception cref="DataException">There are none, or they cannot be read.</exception>
    internal async Task<Table> ReadAsync(Schema schema, CancellationToken cancellation)
    {
        var target = schema.Target?.Name ?? throw new OptionsException($"Model '{name}' predicts no column, so no newer rows can judge it. Do not train it again here.");
        var logged = log is null ? null : Logged(target, from: null, cancellation);
        var brought = source is null ? null : (await SourceTable.ReadAsync(source, ReadOptions.For(schema, new()), cancellation).ConfigureAwait(false)).Table;
        var all = (brought, logged) switch
        {
            ({ } first, { } second) => first.Concat(second),
            ({ } only, null) => only,
            (null, { } only) => only,
            _ => throw new DataException($"There are no labelled rows of model '{name}'. Hand in labels of its requests, or name a source of rows."),
        };
        return all.Select([.. schema.Columns.Select(column => column.Name).Where(column => all.TryGet(column, out _))]);
    }

    /// <summary>The labelled rows of the log.</summary>
    /// <param name="target">What the column of the labels is called.</param>
    /// <param name="from">Rows from here on; null for all.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The newest of them; null where there are none.</returns>
    internal Table? Logged(string target, DateTimeOffset? from, CancellationToken cancellation)
    {
        var parts = new Queue<Table>();
        var rows = 0;
        foreach (var block in RequestLog.ReadBlocks(log!.Folder, name, from, cancellation: cancellation))
        {
            var part = RequestLog.Labelled(block, target);
            if (part.RowCount == 0)
            {
                continue;
            }

            parts.Enqueue(part);
            rows += part.RowCount;
            while (rows - parts.Peek().RowCount >= mostRows)
            {
                rows -= parts.Dequeue().RowCount;
            }
        }

        if (parts.Count == 0)
        {
            return null;
        }

        var all = parts.Aggregate((first, second) => first.Concat(second));
        return all.RowCount <= mostRows ? all : all.Take([.. Enumerable.Range(all.RowCount - mostRows, mostRows)]);
    }

    /// <summary>How many rows got their label after a time.</summary>
    internal int LabelledSince(DateTimeOffset? time, CancellationToken cancellation) => log is null ? 0 : RequestLog.ReadBlocks(log.Folder, name, cancellation: cancellation).Sum(block =>
    {
        var times = (TimeColumn)block["@label_time"];
        return Enumerable.Range(0, block.RowCount).Count(row => !times.IsMissing(row) && times.Values.At(row) > (time?.UtcTicks ?? 0));
    });
}
