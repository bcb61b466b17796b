using Modelwright.Core.Data;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>Rows of a table by series, each in order of time.</summary>
internal static class SeriesOrder
{
    /// <summary>The times of the rows, missing ones left missing; null without a column.</summary>
    internal static long[]? Times(Table table, string? column)
    {
        if (column is null)
        {
            return null;
        }

        var times = new long[table.RowCount];
        ((TimeColumn)table[column]).Values.CopyTo(times);
        return times;
    }

    /// <summary>The rows of each series, series in order of their first rows.</summary>
    internal static IReadOnlyList<StreamSeries> Of(Table table, string? column, long[]? times)
    {
        var series = new List<(string? Name, List<int> Rows)>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var without = -1;
        var names = column is null ? null : table[column];
        for (var row = 0; row < table.RowCount; row++)
        {
            var name = names?.Format(row);
            ref var place = ref without;
            if (name is not null)
            {
                place = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(known, name, out var isKnown);
                place = isKnown ? place : -1;
            }

            if (place < 0)
            {
                place = series.Count;
                series.Add((name, []));
            }

            series[place].Rows.Add(row);
        }

        return [.. series.Select(one => new StreamSeries(one.Name, InTime(one.Rows, times)))];
    }

    private static int[] InTime(List<int> rows, long[]? times)
    {
        if (times is null)
        {
            return [.. rows];
        }

        // A row without a time has that of the row before it; the first ones come first.
        var keys = new (long Time, int Row)[rows.Count];
        var last = long.MinValue;
        for (var place = 0; place < keys.Length; place++)
        {
            last = times[rows[place]] == TimeColumn.Missing ? last : times[rows[place]];
            keys[place] = (last, rows[place]);
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => key.Row);
    }
}
