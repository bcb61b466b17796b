using Modelwright.Core.Data;
using Modelwright.Runtime.Forms.Anomalies.Tails;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Learners.Anomaly.Tails;

/// <summary>The tails of one column.</summary>
internal static class TailFit
{
    /// <summary>The curve through all groups.</summary>
    public static TailCurve Of(NumberColumn column)
    {
        var values = ValueGroups.Of(column);
        var (groups, rows) = (values.Groups, column.RowCount);
        if (groups.Count == 0)
        {
            return new([], [], []);
        }

        var (first, last) = (groups[0], groups[^1]);
        var above = rows - last.Below - last.Count;
        return new(
            [.. groups.Select(group => group.Value)],
            [.. groups.Select(group => Rarity(group.Below + Half(group), rows))],
            [.. groups.Select(group => Rarity(rows - group.Below - group.Count + Half(group), rows))])
        {
            LowerStart = Start(first, first.Below, rows),
            UpperStart = Start(last, above, rows),
            LowerReach = Reach(groups, 0, 1),
            UpperReach = Reach(groups, groups.Count - 1, groups.Count - 2),
            IsLowerLonger = Skewness.IsNegative(values.Sorted),
        };
    }

    /// <summary>Rows of a group that are at its value or on one side of it: all that share it, or half and the middle one.</summary>
    private static double Half(ValueGroup group) => group.IsShared ? group.Count : (group.Count + 1) / 2.0;

    private static double Rarity(double rows, int all) => PortableMath.Log(all / rows);

    /// <summary>Next to the outermost group: a mean has rows beyond it, a shared value only those that were too few to be a group.</summary>
    private static double Start(ValueGroup outer, int beyond, int rows) => outer.IsShared
        ? Rarity(beyond + 1, rows + 1)
        : Rarity(beyond + Half(outer), rows);

    /// <summary>How far apart the two outermost groups are: about the mean distance of the rows beyond the inner one.</summary>
    private static double Reach(IReadOnlyList<ValueGroup> groups, int outer, int inner)
    {
        var reach = groups.Count > 1 ? Math.Abs(groups[outer].Value - groups[inner].Value) : Math.Abs(groups[0].Value);
        return reach > 0 ? Math.Min(reach, double.MaxValue) : 1;
    }
}
