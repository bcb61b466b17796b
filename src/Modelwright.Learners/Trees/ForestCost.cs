using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>What a forest costs, fitted to measurements of both learners.</summary>
internal static class ForestCost
{
    /// <summary>Bytes a node and a leaf of one value take in a form.</summary>
    private const int BytesPerLeaf = 40;

    /// <summary>The cost of a fit.</summary>
    public static FitCost Estimate(DataShape shape, ForestSettings settings)
    {
        var rows = Math.Max(2.0, shape.Rows);
        var leaves = Leaves(shape, settings);
        var depth = Math.Max(1, 1.3 * Math.Log2(leaves));
        var tried = Math.Max(1, settings.MaxFeatures * shape.Features);
        var perRow = depth * (3.5e-9 + (tried * (settings.RandomThresholds ? 3.5e-9 : 2.5e-9)));
        var perLeaf = (tried * (settings.RandomThresholds ? 3.5e-8 : 5.6e-8)) + (shape.Outputs > 2 ? 3.5e-9 * shape.Outputs : 0) + 7e-8;
        var tree = (rows * perRow) + (leaves * perLeaf) + 1e-5;
        var bins = rows * shape.Features * 1.2e-7;
        var working = (long)(shape.Rows * (shape.Features + 64.0));
        return new((settings.Trees * tree) + bins + 1e-4, (long)Math.Min(settings.MaxBytes, FormBytes(shape, settings)) + working);
    }

    /// <summary>Bytes of the fitted form, were its size not bounded.</summary>
    public static double FormBytes(DataShape shape, ForestSettings settings)
    {
        var width = shape.Outputs > 1 ? shape.Outputs : 0;
        return settings.Trees * Leaves(shape, settings) * (BytesPerLeaf + (8.0 * width));
    }

    /// <summary>Leaves of a tree: pure nodes end before the rows run out, the sooner the clearer the data and the better the thresholds.</summary>
    private static double Leaves(DataShape shape, ForestSettings settings)
    {
        var seen = Math.Max(2.0, shape.Rows * (settings.Bootstrap ? 0.63 : 1));
        var share = shape.Task.AnswersClasses ? 0.2 : 0.8;
        var most = Math.Pow(2, Math.Min(settings.MaxDepth, 60));
        return Math.Min(most, Math.Max(2, Math.Min(seen * share, seen / (1.6 * settings.MinSamplesLeaf))));
    }
}
