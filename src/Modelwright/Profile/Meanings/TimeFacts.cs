using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings;

/// <summary>What is measured on a time column.</summary>
internal sealed record TimeFacts(int Rows, int Missing, int Distinct, bool IsEstimate, long Earliest, long Latest)
{
    internal static TimeFacts Of(Blocks<long> values)
    {
        var different = new DistinctCounter();
        var missing = 0;
        var earliest = long.MaxValue;
        var latest = long.MinValue;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var ticks in values[block])
            {
                if (ticks == TimeColumn.Missing)
                {
                    missing++;
                    continue;
                }

                different.Add((ulong)ticks);
                earliest = Math.Min(earliest, ticks);
                latest = Math.Max(latest, ticks);
            }
        }

        return new(values.RowCount, missing, different.Count, !different.IsExact, earliest, latest);
    }
}
