namespace Modelwright.Tasks.Anomalies.Contamination;

/// <summary>Quantiles of sorted numbers.</summary>
internal static class Quantiles
{
    /// <summary>The number below which a share lies; straight between two.</summary>
    public static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return (sorted[below] * (1 - (place - below))) + (sorted[above] * (place - below));
    }
}
