using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Brings a column to points in time. Times that need no change share their blocks; a number is read as text by the spec's formats, such as "yyyyMMdd".</summary>
internal static class TimeAdmission
{
    internal static Column Admit(Column raw, ColumnSpec spec, CellTally tally)
    {
        var markers = new HashSet<long>();
        foreach (var marker in spec.MissingMarkers)
        {
            if (CellText.TryTime(marker, spec.TimeFormats, out var ticks))
            {
                markers.Add(ticks);
            }
        }

        return raw is TimeColumn time
            ? OfTimes(time, markers, tally)
            : new TimeColumn(spec.Name, new CellReader<long>(spec, tally, TimeColumn.Missing, (string text, out long ticks) => Read(text, spec, markers, out ticks)).Read(raw));
    }

    private static CellState Read(string text, ColumnSpec spec, HashSet<long> markers, out long ticks)
    {
        if (!CellText.TryTime(text, spec.TimeFormats, out ticks))
        {
            return CellState.Unreadable;
        }

        return markers.Contains(ticks) ? CellState.Missing : CellState.Read;
    }

    private static TimeColumn OfTimes(TimeColumn raw, HashSet<long> markers, CellTally tally)
    {
        var blocks = new long[raw.Values.BlockCount][];
        var isChanged = false;
        for (var block = 0; block < blocks.Length; block++)
        {
            var values = raw.Values[block];
            var missing = values.Count(TimeColumn.Missing);
            if (markers.Count > 0)
            {
                blocks[block] = Without(values, markers);
                var left = blocks[block].AsSpan().Count(TimeColumn.Missing);
                isChanged |= left > missing;
                missing = left;
            }

            tally.AddMissing(missing);
        }

        return isChanged ? new(raw.Name, MemoryBlocks<long>.FromBlocks(blocks)) : raw;
    }

    private static long[] Without(ReadOnlySpan<long> values, HashSet<long> markers)
    {
        var copy = values.ToArray();
        foreach (ref var value in copy.AsSpan())
        {
            value = markers.Contains(value) ? TimeColumn.Missing : value;
        }

        return copy;
    }
}
