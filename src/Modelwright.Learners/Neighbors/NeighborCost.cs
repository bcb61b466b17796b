using Modelwright.Core.Learning;

namespace Modelwright.Learners.Neighbors;

/// <summary>What nearest neighbours cost, fitted to measurements.</summary>
internal static class NeighborCost
{
    /// <summary>Bytes a point takes beside its places.</summary>
    private const int BytesOfPoint = 24;

    /// <summary>The cost of a fit and of an answer.</summary>
    public static FitCost Estimate(DataShape shape, NeighborChoice choice)
    {
        double rows = Math.Max(1, shape.Rows);
        double columns = Math.Max(1, shape.Features);
        var points = (int)Math.Min(rows, choice.MaxRows);
        var place = (rows * columns * 1e-8) + (points * columns * 1.2e-8) + (points * 2.5e-7);
        var pairs = columns <= ColumnRelevance.MostPaired ? columns * columns / 2 : 0;
        var relevance = choice.Relevance > 0 ? Math.Min(rows, ColumnRelevance.MostRows) * ((columns * 3e-7) + (pairs * 6e-9)) : 0;
        var isForest = choice.IsForest(points);
        var depth = ForestGrower.DepthOf(points);
        var grow = isForest ? choice.Trees * (double)points * depth * ((columns * 1.2e-9) + 8e-8) : 0;
        var forestBytes = isForest ? choice.Trees * (long)points * 5 : 0;
        return new(place + relevance + grow + 2e-5, (long)(FormBytes(shape, points) + forestBytes + (4 * rows * columns)))
        {
            RowSeconds = isForest
                ? Math.Min(points, choice.Candidates) * ((columns * 5e-10) + 3e-8)
                : (points * columns * 1.2e-10) + (choice.Neighbors * 5e-8) + 1e-6,
        };
    }

    /// <summary>Bytes of a form.</summary>
    public static double FormBytes(DataShape shape, int points) => points * ((4.0 * shape.Features) + BytesOfPoint);
}
