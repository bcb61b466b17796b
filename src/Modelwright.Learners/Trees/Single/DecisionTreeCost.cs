using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Single;

/// <summary>What a decision tree costs, fitted to measurements.</summary>
internal static class DecisionTreeCost
{
    /// <summary>The cost of a fit.</summary>
    public static FitCost Estimate(DataShape shape, DecisionTreeSettings settings)
    {
        var rows = Math.Max(2.0, shape.Rows);
        var columns = Math.Max(1, shape.Features);
        var grown = Math.Min(4.0 * settings.MaxLeaves, Math.Max(1, rows / settings.MinSamplesLeaf));
        var trees = settings.Errors is null ? 1 : rows <= 50_000 ? 6 : 2;
        var depth = 1.3 * Math.Log2(1 + grown);
        var tree = (rows * depth * (6e-9 + (columns * 2.5e-9))) + (grown * ((columns * 4e-7) + (grown * 4e-9))) + (rows * 4e-8);
        var categories = rows * shape.Categories * trees * 3e-8;
        return new((trees * tree) + categories + (rows * columns * 1.2e-7) + 1e-4, (long)(rows * (shape.Features + 64)));
    }
}
