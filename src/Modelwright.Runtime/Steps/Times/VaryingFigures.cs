using Modelwright.Core.Data;

namespace Modelwright.Runtime.Steps.Times;

/// <summary>Fills in the figures of one time.</summary>
internal delegate void TimeSplitter(DateTime time, Span<double> figures);

/// <summary>Finds the figures of times that differ between training rows; only those are worth a column.</summary>
internal static class VaryingFigures
{
    /// <summary>The positions of the figures that differ.</summary>
    internal static int[] Of(TimeColumn column, int count, TimeSplitter split)
    {
        var (first, own, varies, any) = (new double[count], new double[count], new bool[count], false);
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            foreach (var ticks in column.Values[block])
            {
                if (!TimeNumbers.IsTime(ticks))
                {
                    continue;
                }

                split(new(ticks, DateTimeKind.Unspecified), own);
                if (!any)
                {
                    own.CopyTo(first, 0);
                    any = true;
                }

                for (var figure = 0; figure < count; figure++)
                {
                    varies[figure] |= own[figure] != first[figure];
                }
            }
        }

        return [.. Enumerable.Range(0, count).Where(figure => varies[figure])];
    }
}
