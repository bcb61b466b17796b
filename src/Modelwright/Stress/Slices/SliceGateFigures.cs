using System.Globalization;
using Modelwright.Stress.Gates;

namespace Modelwright.Stress.Slices;

/// <summary>The figures of weak slices under the names that gates use.</summary>
internal static class SliceGateFigures
{
    /// <summary>
    /// 'slices.weak' and 'slices.worst_loss_ratio' of slices whose rows the model gets wrong more than it says, and 'slices.hard', how many
    /// there are of which it says itself that they are harder.
    /// </summary>
    public static IEnumerable<GateFigure> Of(SliceReport report)
    {
        if (report.Looked == 0)
        {
            yield break;
        }

        WeakSlice[] weak = [.. report.Slices.Where(slice => slice.IsUnexpected)];
        WeakSlice[] hard = [.. report.Slices.Where(slice => !slice.IsUnexpected)];
        yield return Count("slices.weak", weak);
        yield return Count("slices.hard", hard);
        var worst = weak.Where(slice => double.IsFinite(slice.LossRatio.Value)).MaxBy(slice => slice.LossRatio.Lower);
        yield return worst is null
            ? new("slices.worst_loss_ratio", 1, 1, 1, "no weak slice was found")
            : new("slices.worst_loss_ratio", worst.LossRatio.Value, worst.LossRatio.Lower, worst.LossRatio.Upper, $"loss where {worst.Conditions}, over that elsewhere");
    }

    private static GateFigure Count(string name, WeakSlice[] slices) => new(name, slices.Length, slices.Length, slices.Length, slices.Length == 0
        ? "none was found"
        : string.Create(CultureInfo.InvariantCulture, $"first where {slices[0].Conditions}, {slices[0].Rows} rows"));
}
