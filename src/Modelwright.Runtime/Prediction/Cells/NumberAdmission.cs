using System.Runtime.CompilerServices;
using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Brings a column to numbers. Numbers that need no change share their blocks; what is not finite is unreadable.</summary>
internal static class NumberAdmission
{
    /// <summary>Read once a spec, for rows asked one at a time.</summary>
    private static readonly ConditionalWeakTable<ColumnSpec, HashSet<double>> Markers = [];

    internal static Column Admit(Column raw, ColumnSpec spec, CellTally tally)
    {
        var markers = Markers.GetValue(spec, MarkersOf);
        return raw is NumberColumn number
            ? OfNumbers(number, markers, tally)
            : new NumberColumn(spec.Name, new CellReader<double>(spec, tally, double.NaN, (string text, out double value) => Read(text, spec, markers, out value)).Read(raw));
    }

    private static HashSet<double> MarkersOf(ColumnSpec spec)
    {
        var markers = new HashSet<double>();
        foreach (var marker in spec.MissingMarkers)
        {
            if (CellText.TryNumber(marker, spec, out var value))
            {
                markers.Add(value);
            }
        }

        return markers;
    }

    private static CellState Read(string text, ColumnSpec spec, HashSet<double> markers, out double value)
    {
        if (!CellText.TryNumber(text, spec, out value))
        {
            return CellState.Unreadable;
        }

        return markers.Contains(value) ? CellState.Missing : CellState.Read;
    }

    private static NumberColumn OfNumbers(NumberColumn raw, HashSet<double> markers, CellTally tally)
    {
        var values = raw.Values;
        double[][]? changed = null;
        for (var block = 0; block < values.BlockCount; block++)
        {
            var copy = OfBlock(values[block], block * Blocks<double>.Size, markers, tally);
            if (copy is not null)
            {
                changed ??= new double[values.BlockCount][];
                changed[block] = copy;
            }
        }

        if (changed is null)
        {
            return raw;
        }

        for (var block = 0; block < changed.Length; block++)
        {
            changed[block] ??= values[block].ToArray();
        }

        return new(raw.Name, MemoryBlocks<double>.FromBlocks(changed));
    }

    private static double[]? OfBlock(ReadOnlySpan<double> from, int start, HashSet<double> markers, CellTally tally)
    {
        double[]? copy = null;
        var missing = 0;
        for (var place = 0; place < from.Length; place++)
        {
            var value = from[place];
            if (double.IsNaN(value))
            {
                missing++;
            }
            else if (!double.IsFinite(value) || (markers.Count > 0 && markers.Contains(value)))
            {
                tally.Add(double.IsFinite(value) ? CellState.Missing : CellState.Unreadable, start + place, value > 0 ? "Infinity" : "-Infinity");
                (copy ??= from.ToArray())[place] = double.NaN;
            }
        }

        tally.AddMissing(missing);
        return copy;
    }
}
