using Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

namespace Modelwright.Learners.Anomaly.Ellipsoid;

/// <summary>Makes forms.</summary>
internal static class Shape
{
    /// <summary>Stretches beyond this would make scores of nothing but rounding.</summary>
    private const double MostStretch = 1e6;

    /// <summary>The form of axes and stretches, around a centre.</summary>
    /// <param name="columns">Where the rows stand.</param>
    /// <param name="axes">One line an axis.</param>
    /// <param name="stretches">One an axis.</param>
    /// <param name="rest">What is beside all axes counts.</param>
    /// <param name="center">The centre, in standard places; null is the mean.</param>
    public static EllipsoidForm Of(StandardColumns columns, double[][] axes, double[] stretches, double rest, double[]? center = null)
    {
        var centers = new double[columns.Spreads.Count];
        for (var column = 0; column < centers.Length; column++)
        {
            var (own, scale) = columns.Spreads[column];
            centers[column] = own + (center is null || scale == 0 ? 0 : center[column] / scale);
        }

        return new(new(columns.Inputs, centers, [.. columns.Spreads.Select(spread => spread.Scale)])
        {
            Axes = [.. axes.SelectMany(axis => axis)],
            Stretches = [.. stretches.Select(stretch => Math.Min(stretch, MostStretch))],
            Rest = Math.Min(rest, MostStretch),
        });
    }
}
