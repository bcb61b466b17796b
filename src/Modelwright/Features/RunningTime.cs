using Modelwright.Core.Data;

namespace Modelwright.Features;

/// <summary>Tells a time at which rows came, one after the other, from a time that is a property of each row, such as a day of birth.</summary>
internal static class RunningTime
{
    /// <summary>Share of the steps from row to row that go the other way at most: several logs may stand one after the other.</summary>
    private const double MostBack = 0.05;

    /// <summary>Steps that differ before an order is believed.</summary>
    private const int FewestSteps = 10;

    /// <summary>Whether the times rise, or fall, along the rows; missing ones are passed over.</summary>
    internal static bool Is(TimeColumn column)
    {
        var (last, rises, falls) = (TimeColumn.Missing, 0, 0);
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            foreach (var ticks in column.Values[block])
            {
                if (ticks == TimeColumn.Missing)
                {
                    continue;
                }

                rises += last != TimeColumn.Missing && ticks > last ? 1 : 0;
                falls += last != TimeColumn.Missing && ticks < last ? 1 : 0;
                last = ticks;
            }
        }

        return rises + falls >= FewestSteps && Math.Min(rises, falls) <= MostBack * (rises + falls);
    }
}
