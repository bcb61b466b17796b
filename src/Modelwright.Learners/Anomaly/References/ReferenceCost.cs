using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.References;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>What comparing rows with points costs, fitted to measurements.</summary>
internal static class ReferenceCost
{
    /// <summary>The cost of a fit and of an answer.</summary>
    public static FitCost Estimate(DataShape shape, ReferenceSettings settings, bool holdsRows)
    {
        double columns = Math.Max(1, shape.Features);
        double rows = Math.Max(1, settings.Rows(shape.Rows, shape.Features));
        var points = holdsRows ? rows : Math.Max(1, rows / ReferencePoints.FewestRows);
        var pair = (columns * 1.2e-10) + 2e-10;
        var spread = Math.Min(shape.Rows, rows) * columns * 1.5e-8;
        var listed = Math.Max(settings.Neighbors, RowGroups.Reach);
        return new((rows * rows * pair) + (rows * listed * 6e-8) + spread + 2e-4, (long)(rows * ((columns * 24) + (listed * 12) + 40)))
        {
            RowSeconds = (points * pair) + (settings.Neighbors * 5e-8) + 1e-6,
        };
    }
}
