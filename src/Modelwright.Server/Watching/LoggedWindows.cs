using Modelwright.Core.Data;
using Modelwright.Monitoring.Requests;

namespace Modelwright.Server.Watching;

/// <summary>Cuts windows out of the log of one model. Whoever answered a row, it belongs to the traffic of the model.</summary>
/// <param name="folder">The folder of the log.</param>
/// <param name="model">The name that requests are logged under.</param>
/// <param name="told">How windows are cut.</param>
internal sealed class LoggedWindows(string folder, string model, MonitoringOptions told)
{
    private const string Mark = "@";
    private const int MostRows = 1_000_000;

    // A row is in the log a moment after the time that it bears.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>When a version answered first; null where it has not.</summary>
    /// <param name="modelId">The version.</param>
    /// <param name="from">Rows before it are not looked at; null for none.</param>
    /// <param name="cancellation">Asks to end.</param>
    internal DateTimeOffset? FirstOf(string modelId, DateTimeOffset? from, CancellationToken cancellation)
    {
        foreach (var block in RequestLog.ReadBlocks(folder, model, from, cancellation: cancellation))
        {
            var ids = block["@model"];
            for (var row = 0; row < block.RowCount; row++)
            {
                if (ids.Format(row) == modelId)
                {
                    return Moment(Ticks(block)[row]);
                }
            }
        }

        return null;
    }

    /// <summary>The windows that are whole by now.</summary>
    /// <param name="from">Where the first begins.</param>
    /// <param name="now">The time.</param>
    /// <param name="target">The column that labels are of; null where the model has none.</param>
    /// <param name="cancellation">Asks to end.</param>
    internal IEnumerable<LoggedWindow> Whole(DateTimeOffset from, DateTimeOffset now, string? target, CancellationToken cancellation) =>
        told.WindowTime is { } length ? ByTime(from, now - Settling, length, target, cancellation) : ByRows(from, now - Settling, target, cancellation);

    /// <summary>The rows of a window that was cut before, with the labels that have come since; null where the log has none of them any more.</summary>
    internal LoggedWindow? Again(DateTimeOffset from, DateTimeOffset until, string? target, CancellationToken cancellation)
    {
        var (rows, _) = RequestLog.Read(folder, model, from, until, MostRows, cancellation);
        return rows.RowCount == 0 ? null : Of(rows, Ordered(rows), until, target);
    }

    private IEnumerable<LoggedWindow> ByRows(DateTimeOffset from, DateTimeOffset upTo, string? target, CancellationToken cancellation)
    {
        for (var mayBeMore = true; mayBeMore;)
        {
            var block = RequestLog.ReadBlocks(folder, model, from, upTo, cancellation: cancellation).First();
            var (ticks, order) = (Ticks(block), Ordered(block));
            var start = 0;
            for (var end = End(ticks, order, start); end > 0; end = End(ticks, order, start))
            {
                var until = Moment(ticks[order[end - 1]] + 1);
                yield return Of(block, order[start..end], until, target);
                (start, from) = (end, until);
            }

            mayBeMore = block.RowCount == MonitoringOptions.MostWindowRows && start > 0;
        }
    }

    // Rows of one time stay together, so that the next window can begin by its time. 0 where the window is not whole.
    private int End(long[] ticks, int[] order, int start)
    {
        var end = start + told.WindowRows;
        while (end < order.Length && ticks[order[end]] == ticks[order[end - 1]])
        {
            end++;
        }

        return end <= order.Length ? end : 0;
    }

    private IEnumerable<LoggedWindow> ByTime(DateTimeOffset from, DateTimeOffset upTo, TimeSpan length, string? target, CancellationToken cancellation)
    {
        while (from + length <= upTo)
        {
            var (rows, _) = RequestLog.Read(folder, model, from, from + length, MostRows, cancellation);
            if (rows.RowCount > 0)
            {
                yield return Of(rows, Ordered(rows), from + length, target);
                from += length;
            }
            else
            {
                // Time without rows is passed over at once.
                var next = RequestLog.ReadBlocks(folder, model, from, upTo, cancellation: cancellation).First();
                from += length * Math.Max(1, Math.Floor(((next.RowCount > 0 ? Moment(Ticks(next).Min()) : upTo) - from) / length));
            }
        }
    }

    private static LoggedWindow Of(Table rows, int[] order, DateTimeOffset until, string? target)
    {
        var taken = rows.Take(order);
        var (label, ticks) = (taken["@label"], Ticks(taken));
        var labels = Enumerable.Range(0, taken.RowCount).Count(row => !label.IsMissing(row));
        var columns = taken.Without(taken.Names.Where(name => name.StartsWith(Mark, StringComparison.Ordinal)));
        return new(target is null || labels == 0 ? columns : columns.With(label.Rename(target)), labels, Moment(ticks[0]), Moment(ticks[^1]), until);
    }

    private static int[] Ordered(Table rows)
    {
        var ticks = Ticks(rows);
        return [.. Enumerable.Range(0, rows.RowCount).OrderBy(row => ticks[row])];
    }

    private static long[] Ticks(Table rows)
    {
        var times = (TimeColumn)rows["@time"];
        return [.. Enumerable.Range(0, rows.RowCount).Select(times.Values.At)];
    }

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);
}
