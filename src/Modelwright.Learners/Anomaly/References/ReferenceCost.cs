using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>What comparing rows with points costs, fitted to measurements.</summary>
internal static class ReferenceCost
{
    /// <summary>The cost of a fit and of an answer.</summary>
    /// <param name="shape">The data.</param>
    /// <param name="settings">The setting.</param>
    /// <param name="holdsRows">Whether the points are rows.</param>
    /// <param name="seeksPairs">Whether the fit looks for the nearest rows of each row.</param>
    public static FitCost Estimate(DataShape shape, ReferenceSettings settings, bool holdsRows, bool seeksPairs = true)
    {
        double columns = Math.Max(1, shape.Features);
        double rows = Math.Max(1, settings.Rows(shape.Rows, shape.Features));
        var points = holdsRows ? rows : Math.Max(1, rows / ReferencePoints.FewestRows);
        var pair = (columns * 1.2e-10) + 2e-10;
        var spread = Math.Min(shape.Rows, rows) * columns * 1.5e-8;
        var listed = Math.Max(settings.Neighbors, RowGroups.Reach);
        var pairs = seeksPairs ? (rows * rows * pair) + (rows * listed * 6e-8) + 2e-4 : 0;
        return new(pairs + spread + 5e-5, (long)(rows * ((columns * 24) + (listed * 12) + 40)))
        {
            RowSeconds = (points * pair) + (settings.Neighbors * 5e-8) + 1e-6,
        };
    }
}
